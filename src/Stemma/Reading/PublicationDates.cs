using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Decides when a report was published from what its input states: the side file first, then the report itself.</summary>
internal static class PublicationDates
{
    /// <summary>The date, null where nothing states one that can be read.</summary>
    /// <param name="side">What the side file says.</param>
    /// <param name="stated">What the report or its metadata states.</param>
    /// <param name="notes">Gets what cannot be read.</param>
    public static PublicationDate? Of(string? side, StatedDate? stated, List<string> notes)
    {
        if (!string.IsNullOrWhiteSpace(side))
        {
            if (StatedDates.Find(side, out string? problem) is { } date)
                return Make(date, DateSource.File);
            notes.Add(problem is null ? $"the side file's date “{Shown(side)}” cannot be read; write it as 2024-03-12 or 2024-03-12T10:15Z" : $"the side file: {problem}");
        }
        return stated is { } found ? Make(found, DateSource.Stated) : null;
    }

    private static PublicationDate Make(StatedDate date, DateSource how) => new(date.Day, date.Day, how, []) { Instant = date.Instant };

    private static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
