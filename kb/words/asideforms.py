"""The words and patterns of what stands around a promise and is none of it; finds none in a text.

What may say something of the matter is not among them: *after your call*, *no problem*, *guaranteed*.
"""

from kb.words.lists import phrase_set, word_set
from kb.words.patterns import lazy

ANYWHERE = phrase_set("""
    of course, naturally, by the way, btw, i'm afraid, i am afraid, i think, i believe, i guess, i promise, i'd say,
    i would say, you know, you see, as you know, as you may know, as you can see, as you can imagine, honestly, frankly,
    clearly, obviously, unfortunately, fortunately, luckily, happily, sadly, actually, basically, indeed, anyway,
    in short, in general, in principle, in fact, in any case, in other words, as usual, as always, as ever, as a rule,
    as it happens, as far as i know, as far as i remember, as far as i can see, as far as i am aware, for sure,
    if i remember right, if i remember rightly, if i remember correctly, if i may say so, if you ask me, if you like,
    to be honest, to be frank, to be fair, to be clear, to be sure, to be precise, to be exact, after all, once again,
    for your information, fyi, mind you, rest assured, don't worry, trust me, believe me, just so you know
""")
"""What signs part from the promise before it, after it or in its middle."""

OPENING = phrase_set("""
    yes, yep, yeah, sure, sure thing, certainly, absolutely, definitely, right, ok, okay, alright, well, great, perfect,
    fine, agreed, done, understood, deal, no worries, no trouble, relax, seriously, alas, sorry, nb, note, ps, also,
    besides, moreover, furthermore, finally, lastly, first, first of all, firstly, second, secondly, third, thirdly,
    next, last but not least, and finally, again, importantly, attention, update, quick update, quick note,
    quick answer, short answer, in brief, in a nutshell, in all honesty, in summary, in conclusion, long story short,
    to conclude, conclusion, summary, answer, heads-up, tip, hint, from memory, off the top of my head,
    between you and me, between us, between ourselves, for you, especially for you, just for you, because it is you,
    because it's you, for your planning, for your peace of mind, for your convenience, for your records,
    for your reference, for your notes, for your offer, since you asked, since you ask, because you asked,
    because you ask, as you ask, you asked, you asked about this, you asked about that, you wanted to know, good news,
    great news, bad news, good news first, bad news first, good news for you, my offer, our offer, my answer,
    our answer, my advice, my proposal, our proposal, my suggestion, we can offer you this, what we can do,
    what i can do, what we can say, what we can do for you, what we can offer, what we can offer you,
    what i can offer you, do not worry, never fear, to be on the safe side, to confirm, to recap, to repeat,
    to summarise, to summarize, to sum up, to sum it up, to clarify, to start with, to begin with, to reassure you,
    to put it simply, to make it short, to keep it short, to cut a long story short, to give you an idea,
    to avoid misunderstandings, just to confirm, just to recap, just to be clear, just to be sure, just to be safe,
    just to say, just to remind you, just to clarify, just to let you know, so you know, let me confirm,
    let me reassure you, let me be clear, let me be honest, let me repeat, let me explain, let me sum up, let me recap,
    i repeat
""")
"""What a comma or a colon parts from the promise that follows it."""

CLOSING = phrase_set("""
    no longer, no more, not a day longer, not a day more, not longer, not more, that's for sure, that's a promise,
    that's our rule, that's how it is, that's all, and that's it, and that's that,
    promised, you have my word, i give you my word, and i mean it, i mean it, so no worries, so don't worry, so relax,
    no need to worry, so no need to worry, end of story, period, full stop, touch wood, fingers crossed, thanks,
    thank you, thanks a lot, cheers, you can count on it, you can count on us, you can count on that,
    and you can count on it, and you can count on that, count on it, count on us, if that helps, if this helps,
    if that works for you, if that is okay, if that's okay, if that's okay with you, if that suits you, in the end,
    i checked, which is good news, which is great, which is nice, though, then, too
""")
"""What signs part from the promise before it, or what stands alone after it."""

TAG = phrase_set("""
    ok, okay, alright, deal, agreed, is that ok, is that okay, is that fine, is that fine with you,
    is that okay with you,
    is that ok with you, is that okay for you, is that ok for you, does that work, does that work for you,
    does that suit you, does that help, would that work for you, would that suit you, would that help
""")
"""What asks for a yes to a promise that stands all the same: *at your door on Monday, okay?*"""

STOP = r"\s*(?:[,:;]|\s[–—-](?=\s))\s*"
"""What parts an opener from the promise."""

_TOLD = (
    r"(?:discussed|agreed|asked|requested|wished|wanted|mentioned|promised|said|told(?: you)?|explained|outlined|noted|"
    r"confirmed|indicated|specified|arranged|announced|described|quoted|offered|written|wrote|suggested|proposed)"
)
_YOU_ASKED = r"you(?:['’]ve| have)?(?: kindly| already| all)* (?:asked|requested|wished|wanted|agreed)"
"""*As you wrote* repeats what somebody else has said; *as you asked* goes with what we say."""

_NOTED = (
    "chat|conversation|discussion|meeting|mail|e-?mail|letter|note|message|request|enquiry|inquiry|question|query|wish|"
    "patience|interest|feedback|time|reply|answer|help|understanding|trust"
)
_MATTER = rf"(?:{_NOTED})s?(?![-\w])"
"""What no clock starts at; *to your call* may tell from when."""

_TALK = rf"(?:{_NOTED}|call|phone call|talk|visit|offer)s?(?![-\w])"
_WHERE = (
    r"yesterday|earlier|before|already|above|below|previously|just now|last \w+|this morning|on (?:the phone|site)|"
    r"over the phone|by (?:you|me|us|phone|mail|e-?mail)|"
    r"with (?:you|me|us|m(?:r|s|rs)\.? \w+)|"
    rf"(?:at|in|during) (?:the|our|your|my|his|her|their|last) (?:last )?(?:{_TALK}|(?:trade )?fair|plant|office)"
)
_SO_FAR = rf"(?: (?:{_WHERE}))*"
"""When something was said; *as promised on Friday* may also tell when the goods come."""

_WHEN = (
    rf"(?: (?:{_WHERE}|today|this \w+|on \w+day|(?:of|from) (?:yesterday|today|(?:last|this) \w+|\w+day|"
    r"m(?:r|s|rs)\.? \w+|(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [^\W\d_]{3,9}(?: [0-9]{4})?)))*"
)
"""The same of what opens a sentence, and the date of a mail; no other *of*: *our offer of free plates*."""

_HOUSE = (
    r"(?:production|planning|(?:the|our|my) (?:(?!customer|client|buyer|supplier|vendor|provider|compet|rival|other)"
    r"\w+ ){0,2}?(?:plant|works|factory|workshop|office|department|desk|"
    r"planners?|production|planning|colleagues?|boss|team|people|staff|lads|guys|manager|foreman|engineers?|"
    r"technicians?|operators?|experts?|specialists?))"
)
"""Whom a salesperson asks: what they say is what the house says."""

_TELL = (
    r"(?:confirm|assure you|say|tell you|inform you|let you know|report|reassure you|remind you|promise you|announce)"
)
_I = (
    r"(?:i|we)(?:['’](?:m|re|ve|d|ll)| (?:am|are|can(?!['’]t)|could|may|will|hereby|gladly|would like to|want to|have|"
    r"just|also|do|really))*"
)

LEADING = (
    (
        word_set("dear hi hello hey greetings good mr mrs ms miss dr prof"),
        lazy(
            r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))"
            r"(?: (?:mr|mrs|ms|miss|dr|prof)\b\.?)?(?: (?!free\b)[^\W\d][\w'’-]*){0,2}\s*[,:;]\s+"
            r"|(?:mr|mrs|ms|miss|dr|prof)\b\.?(?: (?!free\b)[^\W\d][\w'’-]*){1,2}\s*[,:;]\s+"
        ),
    ),
    (
        word_set("as like"),
        lazy(
            r"(?:as|like) (?:(?:(?:we|i|they)(?:['’]ve| have| had)? )?"
            rf"(?:all |kindly |already |just |also |previously )*{_TOLD}|{_YOU_ASKED}){_WHEN}{STOP}"
        ),
    ),
    (
        word_set("further in with referring regarding re concerning about on as per to following"),
        lazy(
            r"(?:further to|in (?:reply|response|answer|reference|regard) to|"
            r"with (?:reference|regard|regards|respect) to|referring to|regarding|re|concerning|about|on|as for|as to|"
            r"as regards|(?:as )?per|to come back to|to answer) "
            rf"(?:your|our|the|my) (?:\w+ )?{_MATTER}{_WHEN}{STOP}"
            rf"|(?:following|further to|as per) our (?:\w+ )?{_TALK}{_WHEN}{STOP}",
            needs="your |our |the |my ",
        ),
    ),
    (
        word_set("thanks thank many"),
        lazy(
            rf"(?:thanks|thank you|many thanks)(?: again| so much| very much| a lot)*"
            rf"(?: for (?:(?:your|the) (?:\w+ )?{_TALK}(?: and (?:your )?{_TALK})?|calling|asking|writing|waiting))?"
            rf"{_WHEN}{STOP}"
        ),
    ),
    (
        word_set("i we"),
        lazy(
            rf"{_I} (?:very |so |quite |pretty )?(?:happy|pleased|glad|delighted|proud|sure|sorry|afraid|confident|"
            rf"certain|positive|convinced)(?: to (?:be able to )?{_TELL})?(?! (?:to|of|about|with|for)\b)"
            r"(?: that\b|,)?\s"
            rf"|{_I} {_TELL}(?: once more| again| in writing)?(?: that\b|\s*[:,])\s"
            rf"|{_I} (?:think|believe|guess|suppose|feel|trust)(?! (?:of|about|it|so|in|on|with|you|what)\b)"
            rf"(?: that\b|,)?\s",
            needs="happy|pleased|glad|delighted|proud|sure|sorry|afraid|confident|certain|positive|convinced|confirm|say|"
            "tell|inform|let you|report|remind|promise|announce|think|believe|guess|suppose|feel|trust",
        ),
    ),
    (
        word_set("i we"),
        lazy(
            r"(?:i|we)(?:['’]ve| have)?(?: just| already| also)* (?:checked|talked|spoke|spoken|asked|heard|confirmed|"
            rf"been told|discussed (?:it|this|that))(?: back)?(?: (?:it|this|that))?(?: (?:with|to|from|by))? {_HOUSE}"
            r"(?: (?:today|yesterday|this morning|just now|on \w+day))?(?: and\b| that\b|\s*[:;,]|\s[–—-])\s",
            needs="checked|talked|spoke|asked|heard|confirmed|told|discussed",
        ),
    ),
    (
        word_set("according production planning the our my"),
        lazy(
            rf"according to {_HOUSE}{STOP}|{_HOUSE}(?: has| have| just| also)* "
            rf"(?:(?:says?|said|tells? (?:me|us)|told (?:me|us))(?: that\b|[:,])?|"
            rf"(?:confirms?|confirmed|assures?|assured)(?: (?:it|this))?(?: (?:to )?(?:me|us))?(?: that\b|[:,]))\s",
            needs="according|say|said|tell|told|confirm|assure",
        ),
    ),
    (
        word_set("please note be rest remember bear keep you let the my our don do"),
        lazy(
            rf"(?:(?:please )?(?:note|be aware|be assured|rest assured|remember|bear in mind|keep in mind)|"
            rf"you(?:['’]ll| will) be (?:glad|pleased|happy|delighted|relieved) to (?:hear|know|learn|read)|"
            rf"you (?:can|may) be sure|let me (?:just |quickly |also )?{_TELL}|"
            rf"(?:the (?:good news|bad news|answer|short answer|point|truth|fact|thing)|(?:my|our) answer) is)"
            rf"(?: that\b|{STOP})\s*"
            r"|(?:please )?(?:don['’]t|do not) (?:worry|panic|tell (?:anybody|anyone)|quote me)"
            rf"(?: on (?:this|that|it))?{STOP}(?:but )?",
            needs="note|aware|assured|remember|in mind| be |let me|news|answer|point|truth|fact|thing|worry|panic|tell|"
            "quote",
        ),
    ),
)
"""Words that openers begin with, and those openers, with whatever parts them from the promise."""

SAID = lazy(
    rf"(?:as|like) (?:(?:(?:we|i) )?(?:all |just |already )*{_TOLD}|{_YOU_ASKED}){_SO_FAR}|"
    rf"according to {_HOUSE}|says? {_HOUSE}|"
    rf"{_HOUSE} (?:says?|tells? (?:me|us)|told (?:me|us))|i (?:checked|asked|talked)(?: (?:with|to))? {_HOUSE}|"
    rf"(?:see|as|as it says|as you (?:see|find|read)) (?:in|on) our (?:\w+ )?"
    rf"(?:website|offer|quote|mail|e-?mail|letter|catalogue|catalog|brochure|leaflet|terms|shop)|see our offer",
    needs="as|like|according|say|tell|told|checked|asked|talked|see",
)
"""What is an aside also in the middle and at the end: *as agreed*, *says our planner*."""
