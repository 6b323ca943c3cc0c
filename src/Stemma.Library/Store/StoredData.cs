using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>What became of a report that was added.</summary>
public enum PutOutcome
{
    /// <summary>It is in the library now.</summary>
    New,

    /// <summary>It was there with these words; nothing changed.</summary>
    Same,

    /// <summary>It was there with other words; these are kept beside them as a new version.</summary>
    NewVersion,
}

/// <summary>What became of a report that was added.</summary>
/// <param name="Outcome">New, the same, or a new version.</param>
/// <param name="Report">Its id in the library.</param>
/// <param name="Version">The number of its present version, from 1.</param>
/// <param name="Story">Its story; null where it has yet to be put to one.</param>
/// <param name="KnownAs">The address or name under which the same words of the same site are in the library, where that is another; null otherwise.</param>
/// <param name="Sequence">The number it was added as; later ones are larger.</param>
public sealed record PutResult(PutOutcome Outcome, string Report, int Version, string? Story, string? KnownAs, long Sequence);

/// <summary>A report in the library.</summary>
/// <param name="Id">Its id: the same for the same address, or for the same words of an outlet where it has none.</param>
/// <param name="Report">The report in its present version; its own id is the name it was added under.</param>
/// <param name="Version">The number of the present version, from 1.</param>
/// <param name="Story">Its story.</param>
/// <param name="Added">When it was first added.</param>
/// <param name="Changed">When its present version was added.</param>
public sealed record StoredReport(string Id, Report Report, int Version, string Story, DateTimeOffset Added, DateTimeOffset Changed);

/// <summary>A version of a report.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Report">The report as it was then.</param>
/// <param name="Added">When it was added.</param>
/// <param name="SourceHash">SHA-256 of the bytes it was read from.</param>
public sealed record StoredVersion(int Number, Report Report, DateTimeOffset Added, ReadOnlyMemory<byte> SourceHash);

/// <summary>A story in the library.</summary>
/// <param name="Id">Its id, which stays.</param>
/// <param name="Title">The headline of the report that began it; null where that has none.</param>
/// <param name="Reports">How many reports it has, 1 or more.</param>
/// <param name="From">The first day of publication of its reports; null where none is known.</param>
/// <param name="To">The last one.</param>
/// <param name="Revision">A number that grows with every change of its reports.</param>
/// <param name="Changed">When that was.</param>
/// <param name="Dossier">What the dossier that was made last comes to; null where none was made.</param>
public sealed record StoredStory(string Id, string? Title, int Reports, DateOnly? From, DateOnly? To, long Revision, DateTimeOffset Changed, DossierFigures? Dossier);

/// <summary>What a dossier comes to.</summary>
/// <param name="Revision">The revision of the story it was made of.</param>
/// <param name="Origins">How many origins its reports have.</param>
/// <param name="Conflicts">How many claims are in conflict.</param>
public sealed record DossierFigures(long Revision, int Origins, int Conflicts);

/// <summary>A dossier that is kept.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Revision">The revision of the story it was made of.</param>
/// <param name="Stemma">The version of the program that made it.</param>
/// <param name="Made">When.</param>
/// <param name="Figures">What it comes to.</param>
/// <param name="MadeOf">The reports and the versions of them that it was made of, in order of their ids.</param>
/// <param name="Json">dossier.json in UTF-8.</param>
public sealed record StoredDossier(string Story, long Revision, string Stemma, DateTimeOffset Made, DossierFigures Figures, IReadOnlyList<(string Report, int Version)> MadeOf, ReadOnlyMemory<byte> Json);

/// <summary>What places reports to stories knows of a report.</summary>
/// <param name="Sequence">The number it was added as.</param>
/// <param name="Report">Its id.</param>
/// <param name="Story">Its story's id.</param>
/// <param name="Day">Its day of publication, or of adding where that is not known.</param>
/// <param name="Bytes">The features.</param>
public sealed record StoredFeatures(long Sequence, string Report, string Story, DateOnly Day, ReadOnlyMemory<byte> Bytes);

/// <summary>A story that needs its dossier made.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Revision">The story's revision when the work was taken.</param>
/// <param name="Worker">Who took it.</param>
public sealed record StoryWork(string Story, long Revision, string Worker);

/// <summary>What a person decided about reports and stories; it outweighs what the program finds.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Other">The other report's id, or the story's where it is a pin to a story.</param>
/// <param name="Made">When.</param>
public sealed record Decision(DecisionKind Kind, string Report, string Other, DateTimeOffset Made);

/// <summary>What a person can decide.</summary>
public enum DecisionKind
{
    /// <summary>The report stays in the story.</summary>
    Pin,

    /// <summary>The two reports stay in one story.</summary>
    Together,

    /// <summary>The two reports stay in different stories.</summary>
    Apart,
}

/// <summary>How much a library holds.</summary>
public sealed record LibraryCounts
{
    /// <summary>Reports.</summary>
    public required long Reports { get; init; }

    /// <summary>Versions of them, each report's first one included.</summary>
    public required long Versions { get; init; }

    /// <summary>Stories.</summary>
    public required long Stories { get; init; }

    /// <summary>Dossiers that are of the present revision of their story.</summary>
    public required long Dossiers { get; init; }

    /// <summary>Stories whose dossier has yet to be made or made anew.</summary>
    public required long Waiting { get; init; }

    /// <summary>In bytes: what it takes on the disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>The number of the layout it is kept in.</summary>
    public required int Layout { get; init; }
}
