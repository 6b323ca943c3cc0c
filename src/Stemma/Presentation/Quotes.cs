using System.Globalization;

namespace Stemma.Presentation;

/// <summary>What counts as a quotation mark where text is shown.</summary>
internal static class Quotes
{
    /// <summary>True for straight marks and for those that Unicode calls opening or closing.</summary>
    public static bool IsMark(char c) =>
        c is '"' or '\'' or '„' or '‚' || char.GetUnicodeCategory(c) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
}
