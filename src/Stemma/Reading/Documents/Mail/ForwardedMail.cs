using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading.Documents.Mail;

/// <summary>What a mail says at its head of the mail that it forwards.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="From">Its sender, as written.</param>
/// <param name="Date">Its date, as written.</param>
internal sealed record ForwardedMail(string? Subject, string? From, string? Date)
{
    /// <summary>In lines: before a forwarded mail stands a remark of who forwards it, and between its fields hardly a blank one.</summary>
    private const int MostBefore = 60, MostFields = 12;

    /// <summary>In UTF-16 code units of such a line.</summary>
    private const int LongestLine = 300;

    /// <summary>In fields: one alone may be a line of the text.</summary>
    private const int FewestFields = 2;

    private static readonly string[] s_marks = [.. TableFile.Rows("feed-lines.tsv").Where(r => r[0] == "forwarded").Select(r => r[1])];
    private static readonly FrozenSet<string> s_prefixes = TableFile.Rows("feed-lines.tsv").Where(r => r[0] == "prefix").Select(r => r[1]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> s_fields =
        TableFile.Rows("feed-lines.tsv").Where(r => r[0] is "from" or "date" or "subject" or "field").ToFrozenDictionary(r => r[1], r => r[0], StringComparer.Ordinal);

    /// <summary>Finds the forwarded mail; null where the text forwards none.</summary>
    /// <param name="text">Lines of text.</param>
    /// <param name="end">Where its own text begins.</param>
    public static ForwardedMail? Find(string text, out int end)
    {
        end = 0;
        int place = 0, lines = 0, fields = 0, since = -1;
        string? subject = null, from = null, date = null;
        while (place < text.Length && (since >= 0 || lines < MostBefore))
        {
            int start = place, stop = text.IndexOf('\n', place);
            place = stop < 0 ? text.Length : stop + 1;
            lines++;
            ReadOnlySpan<char> line = text.AsSpan(start, place - start).Trim();
            if (since < 0)
            {
                if (IsMark(line))
                    since = lines;
                continue;
            }
            if (Field(line) is { } field)
            {
                fields++;
                end = place;
                subject ??= field.Kind == "subject" ? field.Value : null;
                from ??= field.Kind == "from" ? field.Value : null;
                date ??= field.Kind == "date" ? field.Value : null;
            }
            else if (line.Length > 0 && fields > 0 || lines - since > MostFields)
            {
                end = Math.Max(end, fields > 0 ? start : end);
                break;
            }
        }
        return fields >= FewestFields ? new ForwardedMail(subject, from, date) : null;
    }

    /// <summary>True for a line over a forwarded mail: "---------- Forwarded message ---------".</summary>
    public static bool IsMark(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 80)
            return false;
        string folded = FoldedLine.Fold(line).Trim(' ', '-', '_', '*', ':', '>');
        return Array.Exists(s_marks, m => string.Equals(folded, m, StringComparison.Ordinal));
    }

    /// <summary>True for a line with a field of a mail's header.</summary>
    public static bool IsField(ReadOnlySpan<char> line) => Field(line) is not null;

    /// <summary>A subject without "Fwd:" and "Re:".</summary>
    public static string? WithoutPrefixes(string? subject)
    {
        while (subject is not null && subject.IndexOf(':', StringComparison.Ordinal) is > 0 and < 5 and var colon && s_prefixes.Contains(subject[..colon].Trim().ToLowerInvariant()))
            subject = subject[(colon + 1)..].Trim();
        return string.IsNullOrWhiteSpace(subject) ? null : subject;
    }

    /// <summary>The name of a sender: "Harbour Gazette &lt;news@gazette.example&gt;"; the domain where there is none.</summary>
    public static string? Sender(string? from)
    {
        if (string.IsNullOrWhiteSpace(from))
            return null;
        int open = from.IndexOf('<', StringComparison.Ordinal);
        string name = (open < 0 ? from : from[..open]).Trim(' ', '"', '\'', '\t', '*');
        if (name.Length > 0 && !name.Contains('@', StringComparison.Ordinal))
            return name;
        int at = from.IndexOf('@', StringComparison.Ordinal);
        string domain = at < 0 ? "" : string.Concat(from[(at + 1)..].TakeWhile(c => char.IsLetterOrDigit(c) || c is '.' or '-'));
        return domain.Length > 0 ? domain : null;
    }

    // "From: x", "*From:* x", "> From: x".
    private static (string Kind, string Value)? Field(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
            return null;
        line = line.TrimStart("> *");
        int colon = line.IndexOf(':');
        if (colon is < 1 or > 12)
            return null;
        string name = line[..colon].Trim().ToString().ToLowerInvariant().Trim('*', ' ');
        return s_fields.TryGetValue(name, out string? kind) ? (kind, line[(colon + 1)..].Trim(" *\t").ToString()) : null;
    }
}
