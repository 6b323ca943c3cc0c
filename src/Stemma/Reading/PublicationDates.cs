using Stemma.Reports;

namespace Stemma.Reading;

/// <summary>Decides when a report was published from what its input states: the side file first, then the report itself.</summary>
public static class PublicationDates
{
    /// <summary>True where <see cref="ReportInput.Published"/> can be read from the text.</summary>
    /// <param name="text">A date or moment as a side file has it.</param>
    /// <param name="problem">What is wrong and what to do; empty where nothing is.</param>
    public static bool CanRead(string text, out string problem)
    {
        bool can = StatedDates.Find(text, out string? why) is not null;
        problem = can ? "" : why ?? $"“{Shown(text)}” is no date that can be read; write it as 2024-03-12 or 2024-03-12T10:15Z";
        return can;
    }

    /// <summary>The date, null where nothing states one that can be read.</summary>
    /// <param name="side">What the side file or the document that carries the report says.</param>
    /// <param name="stated">What the report or its metadata states.</param>
    /// <param name="doubt">Why that was taken, null where it is plain.</param>
    /// <param name="notes">Gets what cannot be read.</param>
    /// <param name="how">Which of the two a given date is: a document states its reports' dates as the reports themselves do.</param>
    internal static PublicationDate? Of(string? side, StatedDate? stated, string? doubt, List<string> notes, DateSource how = DateSource.File)
    {
        if (!string.IsNullOrWhiteSpace(side))
        {
            if (StatedDates.Find(side, out _) is { } date)
                return Make(date, how, null);
            CanRead(side, out string problem);
            notes.Add("the date given for it: " + problem);
        }
        return stated is { } found ? Make(found, DateSource.Stated, doubt) : null;
    }

    private static PublicationDate Make(StatedDate date, DateSource how, string? doubt) => new(date.Day, date.Day, how, doubt is null ? [] : [doubt]) { Instant = date.Instant };

    private static string Shown(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
