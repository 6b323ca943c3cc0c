using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>A statement that two or more reports make.</summary>
/// <param name="Verdict">Whether they say the same.</param>
/// <param name="Tellings">The sentences that make it, by report, then by place.</param>
/// <param name="Reasons">Why they are about the same thing and why the verdict, in words a reader follows.</param>
public sealed record Claim(ClaimVerdict Verdict, IReadOnlyList<Telling> Tellings, IReadOnlyList<string> Reasons);

/// <summary>Whether reports say the same.</summary>
public enum ClaimVerdict
{
    /// <summary>They cannot all be right.</summary>
    Conflict,

    /// <summary>They differ, but all can be right: rounding, more detail, a later update.</summary>
    Compatible,

    /// <summary>They say the same.</summary>
    Agree,
}

/// <summary>The sentence in which one report makes a claim.</summary>
/// <param name="Report">The number of the report in the list that was given.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Value">The words that count, as the report writes them: "39", "lunch".</param>
/// <param name="Key">The value without house style: two tellings of a claim say the same where their keys are equal.</param>
public readonly record struct Telling(int Report, TextSpan Sentence, TextSpan Value, string Key) : IComparable<Telling>
{
    /// <summary>Orders by report, then by the place of the value.</summary>
    public int CompareTo(Telling other) => Report != other.Report ? Report.CompareTo(other.Report) : Value.CompareTo(other.Value);

    /// <summary>Orders by report, then by the place of the value.</summary>
    public static bool operator <(Telling left, Telling right) => left.CompareTo(right) < 0;

    /// <summary>Orders by report, then by the place of the value.</summary>
    public static bool operator >(Telling left, Telling right) => left.CompareTo(right) > 0;

    /// <summary>Orders by report, then by the place of the value.</summary>
    public static bool operator <=(Telling left, Telling right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by report, then by the place of the value.</summary>
    public static bool operator >=(Telling left, Telling right) => left.CompareTo(right) >= 0;
}
