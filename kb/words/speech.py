"""Whose words a sentence reports and what it does with them: tells, asks, wishes, greets; judges nothing it says."""

import re

from kb.words.patterns import lazy

OURS, QUESTION, REQUEST, THEIRS, PAST, CHAT = "ours", "question", "request", "theirs", "past", "chat"
"""What we say ourselves, and what is no promise: questions, requests, what others do, what once was, greetings."""

_AUXILIARY = "can|could|would|will|do|does|did|is|are|may|might|shall|should|have|has|won't|can't|couldn't|isn't|aren't"
_QUESTION_WORDS = "how|what|when|where|which|who|whom|whose|why"
_QUESTION = lazy(
    rf"^(?:and |but |so |then |also )?(?:(?:{_AUXILIARY})\s+(?:you|we|i|it|they|he|she|there|this|that|the|your|"
    rf"our|my|any)\b"
    rf"|(?:{_QUESTION_WORDS})\s+(?:{_AUXILIARY}|much|many|long|soon|about|quickly|fast)\b)"
)
_CONDITIONAL = lazy(
    r"^(?:and |but |so )?(?:should|had|were)\s+(?:you|we|it|they|there|this|that|the|your|any|anything)\b[^,]*, ",
    needs="should|had|were",
)
"""*Should you be in a hurry, we …* asks nothing."""
_REQUEST = lazy(
    r"^(?:so |then |and |also )?(?:please|kindly|let me know|let us know|tell me|send me|send us|give me|ask them)\b"
    r"|\b(?:let me know|please (?:confirm|advise|send|let|call|reply|note that you|check|sign|tell)|kindly|"
    r"if you could)\b"
    r"|\b(?:we|i) (?:would|'d|will|'ll) (?:need|like|love|appreciate|be grateful)\b|\bwe need (?:your|from you|"
    r"the following)\b",
    needs="please|kindly|let |tell|send|give|ask|if you|need|like|love|appreciate|grateful",
)
_TOLD = lazy(
    r"\bplease (?:note|allow|remember|bear in mind|consider|be aware|count on|reckon|plan|expect|"
    r"rest assured)\b(?! my new)",
    needs="please",
)
"""A request that tells something all the same."""

_WANTER = (
    r"(?:you|he|she|they|somebody|someone|people|mrs? \w+|ms \w+|(?:the|your|our|my|a|this) (?:\w+ )?(?:customer|"
    r"client|buyer)s?|your (?:\w+ )?(?:colleague|boss|team|procurement|marketing|purchasing|chef|manager|planner|"
    r"accountant)s?)"
)
_WANTS = (
    "ask|asks|asked|need|needs|needed|want|wants|wanted|wish|wishes|wished|hope|hopes|hoped|request|requests|requested|"
    "would like|would love|would prefer|would need|'d like|'d love|'d prefer|'d need|expect|expects|expected|require|"
    "requires|required|mention|mentions|mentioned|said|say|says|wrote|write|writes|told|tell|tells|think|thinks|thought|"
    "prefer|prefers|preferred|suggest|suggests|suggested|enquired|inquired|were hoping|was hoping|were looking|"
    "are looking|is looking|are after|is after|are asking|is asking|were asking|was asking|had in mind|have in mind|"
    "insist|insists|insisted|demand|demands|demanded|believe|believes|believed|assume|assumed|claim|claims|claimed|"
    "heard|heard that|specified|plan|planned|target|propose|proposed"
)
_WISH = lazy(
    rf"\b{_WANTER}(?:'ve| have| had| has| also| only| just| all| really| originally| kindly| usually| currently)*"
    rf"(?: |(?='))(?:{_WANTS})\b(?! to\b| only\b| just\b| no\b| not\b)(?!(?<=you need) (?:at least|a minimum)\b)"
    r"|\byou (?:ask|asked|want|wanted|wished|hope|hoped) (?:to|only|just)\b"
    r"|\bi (?:need|want|wanted|wonder|wondered|hope|hoped|would like|would love|'d like|'d love|heard|read)\b"
    r"|\b(?:the|your|this|that) (?:\w+ ){1,2}(?:asked|asks|wants|wanted|would like|requested|insists|insisted|"
    r"wishes)\b"
    r"|^\W*(?:and |but |so )?(?:(?:in (?:reply|answer|response) to|with regard to|per|regarding|about|re|following|"
    r"in|to|against) )?your (?:\w+ )?(?:request|wish|question|target|enquiry|inquiry|deadline|"
    r"requirement|specification|demand|idea|proposal|mail|e-?mail|letter|note|message)s?\b|\byour (?:requested|"
    r"desired|preferred|wished|target) \w+\b"
    r"|\baccording to (?:you|your(?! (?:wish|order|request|need|plan|schedule))|the customer|them|him|her)\b"
    r"|\b(?:customer|client|buyer)s? (?:asks?|asked|wants?|wanted|needs?|needed|hopes?|hoped|requests?|requested|"
    r"said|"
    r"says|thinks?|would like|expects?|expected|insists?)\b",
    needs="ask|need|want|wish|hope|hoping|request|like|love|prefer|expect|requir|mention|said|say|wrote|write|told|tell|"
    "think|thought|suggest|quired|looking|after|mind|insist|demand|believe|assume|claim|heard|specified|plan|target|"
    "propose|wonder|read|your |according",
)
_OTHERS = lazy(
    r"\b(?:our |your |the |a |any |some |most |many |other |another |every |no |this |that |these |those )*"
    r"(?:main |biggest |other |another |current |present |previous |former |old |last |local |cheap |cheaper |"
    r"online |"
    r"chinese |overseas |foreign |asian |big )*"
    r"(?:competitors?|competition|rivals?|suppliers?|vendors?|providers?|others|"
    r"manufacturers?|makers?|other (?:companies|firms|houses|shops|people|printers|bakers|hosts|plants)|elsewhere)\b",
    needs="compet|rival|supplier|vendor|provider|other|manufacturer|maker|elsewhere",
)
_YOUR_OLD = lazy(
    r"\byour (?:last|current|previous|present|old|former|other|usual|existing) \w+ (?:made|makes|promised|"
    r"promises|quoted|quotes|offered|offers|delivered|delivers|charged|charges|said|told|baked|kept|stored)\b",
    needs="your ",
)
_THEY_SAY = lazy(r"\bthey (?:say|said|quote|quoted|offer|offered|promise|promised|claim|claimed|told)\b", needs="they ")
_WE = lazy(r"\b(?:we|we'll|we're|we've|we'd|us|ours|our)\b")
_OLD = lazy(
    r"\b(?:last (?:week(?! of\b)|month|year|time|spring|summer|autumn|winter|quarter|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)|years? ago|"
    r"months? ago|weeks? ago|days? ago|yesterday|in the past|previously|back then|used to)\b",
    needs="last |ago|yesterday|past|previously|back|used",
)
_NOW = lazy(r"\b(?:will|can|now|today|still|always|again|this time|as well|we'll|you'll|it'll|same)\b")
_COMPANY = lazy(
    r"\W*(?:[A-Z]\w*[a-z][A-Z]\w*|[A-Z][\w&-]+(?: [A-Z][\w&-]+)* (?:Ltd|Inc|GmbH|AG|LLC|Corp|Co|plc|BV|SA))\b\.? "
    r"(?:\w+ )?(?:promise|quote|offer|claim|say|said|deliver|do|make|can|need|take|guarantee|charge)"
)
_ANY_YOU_LIKE = lazy(
    r"\bif you (?:want|need|wish|like|prefer|ask|would like)\b|\b(?:any\w*|whatever|whenever|wherever|however|"
    r"everything|all|as \w+|when|what|where)(?: \w+){0,4}? (?:as |that )?you (?:want|need|wish|like|ask)\b",
    needs="you ",
)
_WAS = lazy(r"\b(?:was|were|had|did|took|got|came|went|made|sent|\w{3,}ed)\b")
_GREETING = lazy(
    r"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?|thank you|many thanks|with thanks|"
    r"cheers|best (?:regards|wishes)|best,?\W*$|"
    r"kind|warm|regards|sincerely|yours (?:sincerely|truly|faithfully)|yours,|looking forward|see you|"
    r"have a (?:nice|good|great)|talk soon|speak soon|"
    r"all the best|greetings|order number|"
    r"order no|quote no|offer no|your reference|our reference|ref|ps|nice to|great to|good to|lovely to|"
    r"it was (?:a |very |really "
    r"|so )?(?:nice|great|good|lovely|pleasure)|i hope|we hope|hope (?:you|this|all|that)|sorry|apologies|welcome|"
    r"congratulations|with (?:kind|best) regards)\b(?!-)|^(?:subject|re|fwd|fw|from|to|cc|date|sent|attn|tel|"
    r"phone|mobile|fax|e-?mail)\s*:|^www\b"
)
_AFTER_GREETING = lazy(
    r"[,:;–!]\s+((?:and |so |but )?(?:we|we'll|we're|you'll|your|the|our|an?|all|every|each|new|it)\b.*"
    r"\b(?:is|are|be|will|can|takes?|comes?|arrives?|reach\w*|deliver\w*|ship\w*|needs?|get|gets|have|has|keep|hold|costs?)\b.*)$"
)
"""What a greeting is followed by in the same sentence: *Dear Ms Miller, your boxes are there on Monday*."""
_TALK = lazy(
    r"\b(?:i|we)(?:'m|'re|'ll|'ve|'d| am| are| have| will| would| can| could| shall| just| also| both| already|"
    r" gladly|"
    r" happily| quickly| briefly| hereby| once more)*"
    r"(?: |(?='))(?:attach|attached|enclose|enclosed|thank|hope|look forward|looking forward|understand|understood|"
    r"know|think|believe|met|spoke|talked|discussed|discuss|appreciate|remain|regret|apologise|apologize|suggest|"
    r"recommend|propose|received|read|saw|heard|called|call (?:you|in|on|back|again|round|at|before|"
    r"after)|ring you|phone|write to you|come back|get back|"
    r"be in touch|keep you|let you know|confirm receipt|check|ask|find out|look into|talk|go through|walk you|"
    r"explain|"
    r"summarise|summarize|list|happy|glad|pleased|delighted|sorry|afraid|excited|wonder|remember|note|noted|see you|"
    r"seen|need your|wait for your|waiting)\b"
    r"|\b(?:please find|find attached|is attached|are attached|attached you|feel free|do not hesitate|"
    r"don't hesitate|any questions|you (?:can|may) (?:always )?(?:ask|call|ring|write|reach)|best regards|"
    r"kind regards|thank you|many thanks|if you have|below you|"
    r"on (?:its|their|the) way(?=\W*$)|as follows|"
    r"(?:offer|quote|send|propose)(?: you)? (?:the following|this)(?=\W*$)|"
    r"here (?:is|are) (?:our|my|the) (?:\w+ )?"
    r"(?:offer|quote|proposal|answer|reply|list|figures|numbers|dates|details))\b"
    r"|\bthis (?:e-?mail|mail|message|communication)\b.*\b(?:confidential|privileged|intended|recipients?|addressee)\b",
    needs="attach|enclos|thank|hope|look|forward|underst|know|think|believe|met|spoke|talk|discuss|appreciate|remain|"
    "regret|apologi|suggest|recommend|propose|received|read|saw|heard|call|ring|phone|write|back|touch|keep you|"
    "let you|confirm|check|ask|find|go through|walk|explain|summari|list|happy|glad|pleased|delighted|sorry|afraid|"
    "excited|wonder|remember|note|see|need your|wait|feel free|hesitate|any questions|reach|regards|if you have|"
    "below you| way|as follows|the following|this|here ",
)

_WE_CAN = (
    r"(?:we (?:can|do|will|are)|you can|it is|it does|they (?:do|are)|that works|"
    r"that(?:'s| is) (?:possible|fine|no problem))"
)
_ONE_YES = (
    r"(?:yes|yep|yeah|yup|sure|sure thing|of course|certainly|absolutely|definitely|gladly|with pleasure|no problem|"
    r"no worries|no trouble|can do|will do|easily|easily done|you bet|naturally|indeed|deal|done|agreed|ok|okay|"
    r"alright|all right|fine|right|promised|(?:and )?(?:i promise|you have my word|i give you my word|i mean it|"
    r"(?:you can )?count on (?:it|us|that)|that's a promise|that's for sure|for sure|in principle|in general|why not|"
    rf"as (?:discussed|agreed|promised|always|usual))|{_WE_CAN})"
)
_YES = lazy(rf"\W*{_ONE_YES}(?:\W+{_ONE_YES}){{0,3}}(?:\W+m(?:r|s|rs)\.? \w+)?\W*")


def affirms(sentence: str) -> bool:
    """Whether a folded sentence says yes to the question before it and no more."""
    return _YES.fullmatch(sentence) is not None


def voice_of(sentence: str, written: str = "") -> str:
    """What a folded sentence does: one of OURS, QUESTION, REQUEST, THEIRS, PAST, CHAT.

    `written` is the sentence with its capitals. Wishes are told clause by clause. A promise among what others say must
    not get lost: where *we* come after somebody else it is ours again.
    """
    text = sentence.strip("\"'“”‘’ *_>-\t\r\n")
    asked = text.rstrip("\"'”’)*_ ").endswith("?")
    if asked or (_QUESTION.search(text) and not _CONDITIONAL.search(text)):
        return QUESTION
    if _REQUEST.search(text) and not _TOLD.search(text):
        return REQUEST
    if _is_theirs(text) or (_COMPANY.match(written) and not _WE.search(text)):
        return THEIRS
    if _GREETING.search(text):
        return voice_of(rest[1]) if (rest := _AFTER_GREETING.search(text)) else CHAT
    if _OLD.search(text) and _WAS.search(text) and not _NOW.search(text):
        return PAST
    return OURS


def is_wish(clause: str) -> bool:
    """Whether a folded clause tells what somebody else wants or said, not what we promise."""
    return _WISH.search(_ANY_YOU_LIKE.sub(" ", clause)) is not None


def is_talk(sentence: str) -> bool:
    """Whether a folded sentence is about the mail itself, the meeting or the writer: nothing that production knows."""
    return _TALK.search(sentence) is not None or _GREETING.search(sentence) is not None


def _is_theirs(text: str) -> bool:
    if _YOUR_OLD.search(text):
        return not _WE.search(text)
    if _THEY_SAY.search(text):
        return not re.search(r"\b(?:but|so can) we\b", text)
    found = _OTHERS.search(text)
    if found is None:
        return False
    left = text[: found.start()]
    return not _WE.search(_OTHERS.sub(" ", text)) and not re.search(r"\b(?:than|unlike|from|to)\s*$", left)
