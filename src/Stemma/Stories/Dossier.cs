namespace Stemma.Stories;

/// <summary>All findings about one story, as plain data with ids: what dossier.json holds, and what every page and table is made from.</summary>
/// <remarks>
/// Every list is in a fixed order that does not depend on the order in which the reports were given. Offsets are
/// UTF-16 code units of the report's text, half-open. Immutable.
/// </remarks>
public sealed record Dossier
{
    /// <summary>The version of Stemma that made it.</summary>
    public required string Stemma { get; init; }

    /// <summary>The reports, by id.</summary>
    public required IReadOnlyList<DossierReport> Reports { get; init; }

    /// <summary>The inputs that could not be read.</summary>
    public IReadOnlyList<UnreadInput> Unread { get; init; } = [];

    /// <summary>Who and what is named, over all reports.</summary>
    public IReadOnlyList<DossierName> Names { get; init; } = [];

    /// <summary>The time expressions with their values.</summary>
    public IReadOnlyList<DossierTime> Times { get; init; } = [];

    /// <summary>The quotations.</summary>
    public IReadOnlyList<DossierQuote> Quotes { get; init; } = [];

    /// <summary>Whose words, thoughts and wishes the reports give, in marks or not.</summary>
    public IReadOnlyList<DossierAttribution> Attributions { get; init; } = [];

    /// <summary>Quotations of one utterance in several reports.</summary>
    public IReadOnlyList<DossierWording> Wordings { get; init; } = [];

    /// <summary>The runs of text that two reports share.</summary>
    public IReadOnlyList<DossierPassage> Passages { get; init; } = [];

    /// <summary>Who took text from whom.</summary>
    public required DossierLineage Lineage { get; init; }

    /// <summary>Statements that several reports make: the differing ones, then what several origins agree on, then what many reports have from one origin.</summary>
    public IReadOnlyList<DossierClaim> Claims { get; init; } = [];

    /// <summary>How much was compared to find the claims, and of how much nothing was said.</summary>
    public DossierComparisons Compared { get; init; } = new(0, 0, []);

    /// <summary>What happened when.</summary>
    public IReadOnlyList<DossierEvent> Timeline { get; init; } = [];
}

/// <summary>A report in a dossier.</summary>
public sealed record DossierReport
{
    /// <summary>The id by which everything else names it.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name.</summary>
    public string? File { get; init; }

    /// <summary>The address it was published at.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The authors' names.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>The agencies it names as its source.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>The words of the report that name them.</summary>
    public IReadOnlyList<DossierCredit> CreditWords { get; init; } = [];

    /// <summary>The address of another site that its page calls the original, null where it names none.</summary>
    public string? Canonical { get; init; }

    /// <summary>The section of the outlet, null where it is not known.</summary>
    public string? Section { get; init; }

    /// <summary>The day of the last change that it states, ISO 8601, null where it states none.</summary>
    public string? Updated { get; init; }

    /// <summary>The language tag.</summary>
    public required string Language { get; init; }

    /// <summary>When it was published, null where nothing is known.</summary>
    public DossierDate? Published { get; init; }

    /// <summary>The whole text, cut parts included.</summary>
    public required string Text { get; init; }

    /// <summary>What is no part of the article.</summary>
    public IReadOnlyList<DossierCut> Cut { get; init; } = [];

    /// <summary>The headline and the headings as they stand in the text: they are no running text, and no share counts them.</summary>
    public IReadOnlyList<LocalSpan> Headings { get; init; } = [];
}

/// <summary>An input that could not be read as a report.</summary>
/// <param name="File">The file's name or address.</param>
/// <param name="Why">What is wrong and what to do.</param>
public sealed record UnreadInput(string File, string Why);

/// <summary>A publication date.</summary>
/// <param name="From">The first possible day, ISO 8601.</param>
/// <param name="To">The last possible day, ISO 8601.</param>
/// <param name="How">"stated", "file" or "inferred".</param>
/// <param name="Reasons">Why, in words.</param>
public sealed record DossierDate(string From, string To, string How, IReadOnlyList<string> Reasons);

/// <summary>The words in which a report names an agency as its source.</summary>
/// <param name="Agency">Its usual name.</param>
/// <param name="Start">Where they start in the report's text.</param>
/// <param name="End">Where they end.</param>
/// <param name="How">"dateline", "credit line" or "byline".</param>
public sealed record DossierCredit(string Agency, int Start, int End, string How);

/// <summary>A run that is no part of the article.</summary>
public sealed record DossierCut(int Start, int End, string Why);

/// <summary>A place in a report.</summary>
public sealed record DossierSpan(string Report, int Start, int End);

/// <summary>A run inside a report that the surrounding object names.</summary>
public sealed record LocalSpan(int Start, int End);

/// <summary>Somebody or something that is named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The fullest usual form.</param>
/// <param name="Kind">"person", "organisation", "place" or "other".</param>
/// <param name="Variants">The other forms, in ordinal order.</param>
/// <param name="Mentions">Where it is named.</param>
public sealed record DossierName(string Id, string Name, string Kind, IReadOnlyList<string> Variants, IReadOnlyList<DossierSpan> Mentions);

/// <summary>A time expression.</summary>
/// <param name="Report">The report.</param>
/// <param name="Start">Its first code unit.</param>
/// <param name="End">The code unit after it.</param>
/// <param name="Type">The TIMEX3 type: "DATE", "TIME", "DURATION", "SET".</param>
/// <param name="Value">The TIMEX3 value, null where the text and the publication date do not allow one.</param>
/// <param name="Reasons">The rule, the anchor and what else decided.</param>
public sealed record DossierTime(string Report, int Start, int End, string Type, string? Value, IReadOnlyList<string> Reasons);

/// <summary>A quotation.</summary>
public sealed record DossierQuote
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The report.</summary>
    public required string Report { get; init; }

    /// <summary>The first code unit inside the marks.</summary>
    public required int Start { get; init; }

    /// <summary>The code unit after the last one inside the marks.</summary>
    public required int End { get; init; }

    /// <summary>"direct", "partial" or "indirect".</summary>
    public required string Kind { get; init; }

    /// <summary>What the words are: "speech", "belief", "intention", "order" or "stance".</summary>
    public string Gives { get; init; } = "speech";

    /// <summary>Whose words they are, null where the report does not tell.</summary>
    public DossierSpeaker? Speaker { get; init; }

    /// <summary>The words that make it speech.</summary>
    public LocalSpan? Cue { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>A place where a report gives somebody's words, thought or wish.</summary>
/// <param name="Report">The report.</param>
/// <param name="Source">The words that tell whose it is, null where none do.</param>
/// <param name="Cue">The words that make it an attribution.</param>
/// <param name="Content">What is said, thought or wanted, in text order.</param>
/// <param name="Gives">"speech", "belief", "intention", "order" or "stance".</param>
/// <param name="Inner">True where the cue stands in what another attribution gives.</param>
/// <param name="Reasons">Why.</param>
public sealed record DossierAttribution(string Report, LocalSpan? Source, LocalSpan Cue, IReadOnlyList<LocalSpan> Content, string Gives, bool Inner, IReadOnlyList<string> Reasons);

/// <summary>Whose words a quotation gives.</summary>
/// <param name="Name">The fullest form known.</param>
/// <param name="Id">The id of the name, null where it is only a phrase ("analysts").</param>
/// <param name="Start">Where the words beside the quotation start that tell it, null for speech that goes on.</param>
/// <param name="End">Where they end.</param>
public sealed record DossierSpeaker(string Name, string? Id, int? Start, int? End);

/// <summary>One utterance of one speaker, as several reports word it.</summary>
public sealed record DossierWording
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The speaker's name, null where no report tells.</summary>
    public string? Speaker { get; init; }

    /// <summary>The ids of the quotations, earliest first.</summary>
    public required IReadOnlyList<string> Quotes { get; init; }

    /// <summary>How the wordings differ: each later quotation against the one it is nearest to.</summary>
    public required IReadOnlyList<WordingPair> Pairs { get; init; }

    /// <summary>The id of the first quotation with the words that were there first, null where it is not known which were.</summary>
    public string? Earliest { get; init; }

    /// <summary>Why it is known, or why not.</summary>
    public IReadOnlyList<string> EarliestReasons { get; init; } = [];
}

/// <summary>Two wordings of one utterance.</summary>
/// <param name="A">The id of the earlier quotation.</param>
/// <param name="B">The id of the later one.</param>
/// <param name="Change">"same", "cut", "extended", "reworded", "reattributed" (the same words, given to somebody else) or "headline" (the words, whole or cut, in the headline alone).</param>
/// <param name="Edits">The edits that make B of A, in text order; where the words are the same, at most edits of spelling and punctuation.</param>
public sealed record WordingPair(string A, string B, string Change, IReadOnlyList<WordingEdit> Edits)
{
    /// <summary>What became of the meaning, by the gravest edit: "kept", "open" or "changed".</summary>
    public string Meaning { get; init; } = "open";

    /// <summary>The speakers that the two reports name, A's first, where these are surely two; else empty.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Why the two are one utterance.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>A word-level edit; an empty side has its start equal to its end.</summary>
/// <param name="Op">"replace", "insert" or "delete".</param>
/// <param name="AStart">Where it starts in A's report.</param>
/// <param name="AEnd">Where it ends in A's report.</param>
/// <param name="BStart">Where it starts in B's report.</param>
/// <param name="BEnd">Where it ends in B's report.</param>
public sealed record WordingEdit(string Op, int AStart, int AEnd, int BStart, int BEnd)
{
    /// <summary>What it is a change of: "spelling", "inflection", "synonym", "modality", "negation" …, as the schema lists them.</summary>
    public string Nature { get; init; } = "rephrased";

    /// <summary>What it does to the meaning: "kept", "open" (not known) or "changed".</summary>
    public string Meaning { get; init; } = "open";

    /// <summary>The nature in a few words: "possible → certain".</summary>
    public string Note { get; init; } = "";
}

/// <summary>A run of text that two reports share.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">"verbatim", "edited" or "reworded".</param>
/// <param name="Use">"copied"; or why it proves no copying: "quotation" (both quote one statement) or "stock" (a phrase anybody writes).</param>
/// <param name="Similarity">0 to 1, 1 for verbatim.</param>
/// <param name="A">Its place in the report whose id is first in ordinal order.</param>
/// <param name="B">Its place in the other one.</param>
public sealed record DossierPassage(string Id, string Kind, string Use, double Similarity, DossierSpan A, DossierSpan B);

/// <summary>Who took text from whom.</summary>
public sealed record DossierLineage
{
    /// <summary>Texts that are not in the set but must have been behind several reports.</summary>
    public IReadOnlyList<LostDispatch> Lost { get; init; } = [];

    /// <summary>The links, by "to", then by share, largest first.</summary>
    public IReadOnlyList<LineageLink> Links { get; init; } = [];

    /// <summary>The roots with the reports that rest on them; a report with two parents may stand under two.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];
}

/// <summary>A text that is not in the set but must have been behind several reports.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">The agency that the children credit, null where they name none.</param>
/// <param name="Children">The ids of the reports that took from it.</param>
/// <param name="Reasons">Why it must have been there.</param>
public sealed record LostDispatch(string Id, string? Agency, IReadOnlyList<string> Children, IReadOnlyList<string> Reasons);

/// <summary>One text taken from another.</summary>
/// <param name="From">The id of the report or lost dispatch that was taken from.</param>
/// <param name="To">The id of the report that took.</param>
/// <param name="Share">The part of the words of "to" taken from "from", 0 to 1.</param>
/// <param name="Confidence">How sure the link and its direction are, 0 to 1.</param>
/// <param name="Passages">The ids of the passages that prove it; for a lost dispatch those with its other children.</param>
/// <param name="Reasons">Why, and why in this direction.</param>
public sealed record LineageLink(string From, string To, double Share, double Confidence, IReadOnlyList<string> Passages, IReadOnlyList<string> Reasons)
{
    /// <summary>The stretch of "to" that came from "from", where two sources gave a stretch each; else null.</summary>
    public LocalSpan? Part { get; init; }
}

/// <summary>A root of the lineage and what rests on it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Root">The id of the report or lost dispatch that is the root.</param>
/// <param name="Reports">The ids of the reports that rest on it, the root report included.</param>
public sealed record Origin(string Id, string Root, IReadOnlyList<string> Reports);

/// <summary>A statement that several reports make.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verdict">"agree", "compatible" or "conflict".</param>
/// <param name="Tellings">The sentences in which the reports make it, with the words that count.</param>
/// <param name="Origins">The ids of the origins of the lineage among <see cref="Roots"/>.</param>
/// <param name="Reasons">Why they are about the same thing and why the verdict.</param>
public sealed record DossierClaim(string Id, string Verdict, IReadOnlyList<DossierTelling> Tellings, IReadOnlyList<string> Origins, IReadOnlyList<string> Reasons)
{
    /// <summary>The ids of the reports and lost dispatches where its sentences begin: one for each independent origin of this claim. A report that tells it in words of its own is one, even where it took other text.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Its values with what each rests on, those on most roots first.</summary>
    public IReadOnlyList<DossierSupport> Support { get; init; } = [];

    /// <summary>The ids of the origins of the lineage of which no report tells it.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>Where all rests on one root: its id, then the reports that tell it, each after the one it took from; else empty.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];
}

/// <summary>What one value of a claim rests on.</summary>
/// <param name="Key">The value without house style.</param>
/// <param name="Value">The value as the first telling gives it.</param>
/// <param name="Reports">The ids of the reports that tell it.</param>
/// <param name="Roots">The ids of the reports and lost dispatches where it begins; a report that changed what it took is one.</param>
public sealed record DossierSupport(string Key, string Value, IReadOnlyList<string> Reports, IReadOnlyList<string> Roots);

/// <summary>The sentence in which one report makes a claim.</summary>
/// <param name="Report">The report.</param>
/// <param name="Start">The first code unit of the sentence.</param>
/// <param name="End">The code unit after it.</param>
/// <param name="Value">The words or the number that this report gives: "39", "lunch".</param>
/// <param name="ValueStart">Where that value stands.</param>
/// <param name="ValueEnd">Where it ends.</param>
/// <param name="Key">The value without house style ("39" for "thirty-nine"): two tellings of a claim say the same where their keys are equal.</param>
public sealed record DossierTelling(string Report, int Start, int End, string Value, int ValueStart, int ValueEnd, string Key)
{
    /// <summary>The text that it was taken from, null for words of its own.</summary>
    public DossierTellingSource? Source { get; init; }

    /// <summary>The id of the report or lost dispatch where the sentence begins.</summary>
    public string Root { get; init; } = "";
}

/// <summary>From which text a telling was taken.</summary>
/// <param name="From">The id of the report or lost dispatch.</param>
/// <param name="How">"verbatim", "edited", "reworded", or "retold": in words of its own, but its report has other text from one that tells the same.</param>
/// <param name="Passage">The id of the passage that shows it; null for "retold".</param>
/// <param name="Changed">True where the source has another value.</param>
public sealed record DossierTellingSource(string From, string How, string? Passage, bool Changed);

/// <summary>How many pairs of like sentences were compared for claims. Those that are neither told nor left out have nothing that could be compared.</summary>
/// <param name="Pairs">The pairs; those of the same words count once.</param>
/// <param name="Told">The pairs of which a verdict was given.</param>
/// <param name="LeftOut">The pairs of which nothing is said, by the reason.</param>
public sealed record DossierComparisons(int Pairs, int Told, IReadOnlyList<DossierAbstention> LeftOut);

/// <summary>Pairs of sentences of which nothing is said for one reason.</summary>
/// <param name="Kind">"numbers", "times", "persons" or "several values".</param>
/// <param name="Count">How many, 1 or more.</param>
/// <param name="Why">Why, in words.</param>
public sealed record DossierAbstention(string Kind, int Count, string Why);

/// <summary>Something that happened, or is to happen, at a time that the reports give.</summary>
/// <param name="From">The first possible day, ISO 8601.</param>
/// <param name="To">The last possible day, ISO 8601.</param>
/// <param name="Precision">"day", "week", "month", "season", "year" or "interval".</param>
/// <param name="Tellings">The sentences that tell it.</param>
/// <param name="Origins">The ids of the origins behind those.</param>
public sealed record DossierEvent(string From, string To, string Precision, IReadOnlyList<DossierEventTelling> Tellings, IReadOnlyList<string> Origins)
{
    /// <summary>"happened", "planned" (told only as something to come) or "background" (long before the first report).</summary>
    public string Kind { get; init; } = "happened";

    /// <summary>True where the tellings give days that cannot both be right; "from" and "to" then hold all of them.</summary>
    public bool Conflict { get; init; }

    /// <summary>1 for what a reader wants first; each event of a timeline has a number of its own.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>The clause that names the event.</summary>
    public DossierSpan? Label { get; init; }

    /// <summary>The ids of the reports that leave the days open because the day of their publication is not known.</summary>
    public IReadOnlyList<string> Undated { get; init; } = [];

    /// <summary>Why the tellings are one event, and how its days were found where they differ.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>A sentence that tells an event of the timeline.</summary>
/// <param name="Report">The report.</param>
/// <param name="Start">The first code unit of the sentence.</param>
/// <param name="End">The code unit after it.</param>
public sealed record DossierEventTelling(string Report, int Start, int End)
{
    /// <summary>Where the words start that tell the time.</summary>
    public int TimeStart { get; init; }

    /// <summary>Where they end.</summary>
    public int TimeEnd { get; init; }

    /// <summary>The first day that they give in this report, ISO 8601.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day that they give, ISO 8601.</summary>
    public string To { get; init; } = "";

    /// <summary>"happened", or "planned" where the report tells it as something to come.</summary>
    public string Kind { get; init; } = "happened";
}
