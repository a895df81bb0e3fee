"""Words of everyday English that change nothing about what is promised; knows no matter and no company."""

from kb.words.lists import word_set

PLAIN = word_set(
    """
    take takes taking took taken need needs needing needed require requires required come comes coming came get gets
    getting got arrive arrives arriving arrived reach reaches reaching reached land lands deliver delivers
    delivering delivered delivery deliveries ship ships shipping shipped send sends sending sent dispatch dispatched
    leave leaves leaving left go goes going gone make makes making made do does doing done manufacture manufactured
    produce produces produced producing production finish finishes finished finishing complete completes completed
    ready prepare prepared turn turns turnaround start starts starting started begin begins beginning run runs
    running ran hold holds holding held keep keeps keeping kept store stores stored storing stay stays staying
    stayed stand stands standing remain remains last lasts lasting give gives giving given gave have has having had
    offer offers offering offered provide provides provided supply supplies supplied let lets allow allows allowed
    carry carries carrying carried bear bears cope copes coping support supports handle handles handled fit fits
    fitting open opens opened use uses using used choose chooses choosing choice choices pick put place places
    placed order orders ordering ordered book books booking booked bring brings bringing buy buys pay pays paid
    paying cost costs charge charges charged due mean means meaning say says saying said tell tells telling told
    promise promises promised promising plan plans planned planning expect expects expected count counts counting
    counted reckon look looks looking find finds see sees know knows think thinks hope want wants wish like likes
    ask asks asking asked call called help helps be being been is are was were will shall may might can could would
    should must cannot can't won't don't doesn't isn't aren't it'd it'll that's there's here's what's we'd let's
    you'd i'd vary varies varying differ differs drift drifts stick sticks stuck sit sits move try tries set sets
    park parks join joins receive receives received receipt accept accepts calculate assume please note notes guarantee
    guaranteed guarantees commit confirm confirmed schedule scheduled quote quoted agree agreed approve approved
    sign signed happen happens depend depends apply applies add adds added adding extra plus bill billed usual
    usually normal normally current currently present presently now moment today general generally typical typically
    honest honestly honesty realistic realistically frank frankly safe safely comfortable comfortably easy easily
    simple simply just only really quite very about roughly approximately approx around fine fully whole full plenty
    enough rather long longer longest short shorter shortest large larger largest small smaller smallest big bigger
    biggest thick thin wide high heavy light low many much few little bit most mostly least later latest early
    earliest earlier late soon sooner again still already straight directly right correct true good great nice happy
    glad gladly sure certain certainly surely possible possibly available able anyway perhaps maybe exactly
    precisely either way ways up down top whatever whichever however otherwise always never ever often sometimes
    once every each all both any anything something nothing everything somebody everybody anyone everyone someone
    one ones thing things kind sort thank thanks sorry afraid dear hello hi hey yes no ok okay well so sir madam mr
    mrs ms regards time times date dates day days week weeks month months year years hour hours minute minutes
    morning afternoon evening noon weekday weekdays weekend working business calendar january february march april
    june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas door doors doorstep dock docks gate
    ramp hall premises site home address shop shops desk desks hands continue continues show shows shown include
    includes included follow follows wait waits waiting spend arrange arranged organise organised ensure ensures
    suit suits aim talk hand handed roll rolls stack stacked unload unloaded unfortunately luckily indeed actually
    basically essentially definitely obviously therefore hence thus though although since because meanwhile
    afterwards tomorrow yesterday tonight soonest fastest quickest slowest best slow fast quick quickly briefly
    properly correctly mainly nearly almost new brand own average actual real final finally initial common lovely
    busy quiet reply replies answer answers question questions message meeting information detail details reason
    idea word words timing launch event campaign project truth estimate guess experience practice reality rest step
    steps stage manager boss buyer buyers friend friends partner partners lads workshop office lorry truck van
    driver we us you customer customers client clients colleague colleagues team people person planner lab factory
    plant house company product products goods item items piece pieces batch batches job jobs lot lots number
    numbers quantity quantities figure figures amount limit limits maximum minimum max min rule standard case cases
    example fact notice advance ahead beforehand end middle period range lead even future writing written mail email
    inbox phone letter sale cold finest thinnest lightest lowest fewest narrowest widest highest heaviest mid worry
    along against contain contains minus rely relies trust tops works withstand withstands resist resists endure
    endures drive drives ends worries trouble problem problems welcome confident described nobody area areas measure
    measures metre metres
    """
)
"""How long, how much, when and to whom, politeness, and what suppliers do with anything that they sell."""
