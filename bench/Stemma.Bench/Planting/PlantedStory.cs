namespace Stemma.Bench.Planting;

/// <summary>Reports of one story whose copying is known.</summary>
/// <param name="Reports">The reports that are present, by file name.</param>
/// <param name="Lost">The texts that are not present, with the files of those that took from them.</param>
internal sealed record PlantedStory(IReadOnlyList<PlantedReport> Reports, IReadOnlyList<PlantedLoss> Lost)
{
    /// <summary>How many origins a perfect reader counts.</summary>
    public int Origins => Reports.SelectMany(r => r.Origins).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>A report and the truth about it.</summary>
internal sealed record PlantedReport
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>Who published it.</summary>
    public required string Outlet { get; init; }

    /// <summary>The day, ISO 8601.</summary>
    public required string Published { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>How it was made: "original", "verbatim", "cut", "edited", "reworded", "merged".</summary>
    public required string Mode { get; init; }

    /// <summary>Whom it took from: files, or ids of lost texts; none for an original.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>For each parent, the others that explain what was taken as well as it does.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> AsGood { get; init; }

    /// <summary>The roots it rests on: files, or ids of lost texts.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Its sentences with their places, in UTF-16 code units.</summary>
    public required IReadOnlyList<(int Start, int End, int Root)> Sentences { get; init; }
}

/// <summary>A text that is not among the reports.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Children">The files of the reports that took from it.</param>
/// <param name="IsKnowable">True where no report that is there has all that the others took from it.</param>
internal sealed record PlantedLoss(string Id, IReadOnlyList<string> Children, bool IsKnowable);
