namespace Stemma.Bench.Planting;

/// <summary>What a planted story is made of. The parts of verbatim, cut, edited and reworded copies are those of a story that is in all the papers.</summary>
internal sealed record StoryMix
{
    /// <summary>The number of reports, 1 or more.</summary>
    public required int Reports { get; init; }

    /// <summary>How many texts are copied.</summary>
    public required int Sources { get; init; }

    /// <summary>How many of those are lost.</summary>
    public required int Lost { get; init; }

    /// <summary>The part of reports that took from nobody, beside the sources.</summary>
    public double Alone { get; init; } = 0.05;

    /// <summary>The part of copies in other words.</summary>
    public double Reworded { get; init; } = 0.1;

    /// <summary>The part of copies with small changes.</summary>
    public double Edited { get; init; } = 0.27;

    /// <summary>The part of copies that lack their end; the rest is verbatim.</summary>
    public double Cut { get; init; } = 0.25;

    /// <summary>The part of copies that take from a second source.</summary>
    public double Merged { get; init; } = 0.04;

    /// <summary>The part of copies that add a paragraph of their own.</summary>
    public double OwnWords { get; init; } = 0.12;

    /// <summary>A copy of a copy of a copy …: how often at most.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>The usual mix for a number of reports: a source for every 66 of them, 2 at least, a third of them lost.</summary>
    public static StoryMix Of(int reports)
    {
        int sources = Math.Max(Math.Min(2, reports), (reports + 33) / 66);
        return new StoryMix { Reports = reports, Sources = sources, Lost = reports < 6 ? 0 : Math.Max(1, sources / 3) };
    }
}
