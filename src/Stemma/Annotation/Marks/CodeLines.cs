using System.Buffers;

namespace Stemma.Annotation.Marks;

/// <summary>Tells lines of program text, tables and data from prose: what they hold in marks is nobody's speech.</summary>
internal static class CodeLines
{
    /// <summary>Signs: fewer may stand in any prose.</summary>
    private const int Fewest = 2;

    /// <summary>UTF-16 code units for a sign: program lines have one every ten or so, news hardly one in a hundred. Set by hand on both; after a change run "stemma eval quotes".</summary>
    private const int Spread = 20;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("{}[]<>=\\|;/(),:");

    /// <summary>True where the line is rather code than prose. Linear in its length.</summary>
    public static bool IsCode(ReadOnlySpan<char> line)
    {
        int signs = 0;
        for (int i = 0; i < line.Length; i++)
        {
            int next = line[i..].IndexOfAny(s_signs);
            if (next < 0)
                break;
            i += next;
            if (IsSign(line, i))
                signs++;
        }
        return signs >= Fewest && signs * Spread >= line.Length;
    }

    // Brackets and commas count only right beside a mark: ("…", "…"); prose has them too.
    private static bool IsSign(ReadOnlySpan<char> line, int i)
    {
        char before = i > 0 ? line[i - 1] : ' ', after = i + 1 < line.Length ? line[i + 1] : ' ';
        return line[i] switch
        {
            ';' => i + 1 == line.Length || IsMark(before),
            '/' => after == '/' || before == '<',
            '(' => IsMark(after),
            ')' => IsMark(before),
            ',' => IsMark(before) && IsMark(after),
            ':' => IsMark(before),
            _ => true,
        };
    }

    private static bool IsMark(char c) => c is '"' or '\'';
}
