using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>The smallest piece that time patterns see: a run of letters, a number, a mark.</summary>
/// <remarks>Finer than a token, so that "three-day" and "mid-2011" match whatever the tokenizer joins; a spelled number is one atom.</remarks>
internal struct TimeAtom
{
    /// <summary>Where it starts and ends in the text.</summary>
    public int Start, End;

    /// <summary>Where its classes lie in the list of all, and how many it has.</summary>
    public int FirstClass, ClassCount;

    /// <summary>What else is known of it.</summary>
    public TimeAtomTraits Traits;

    /// <summary>Where it stands.</summary>
    public readonly TextSpan Span => new(Start, End);

    /// <summary>True where no white space stands before it.</summary>
    public readonly bool Glued => (Traits & TimeAtomTraits.Glued) != TimeAtomTraits.None;

    /// <summary>True where it starts a paragraph: no pattern runs over it from before.</summary>
    public readonly bool StartsParagraph => (Traits & TimeAtomTraits.StartsParagraph) != TimeAtomTraits.None;

    /// <summary>True where a time expression may start with it.</summary>
    public readonly bool MayStart => (Traits & TimeAtomTraits.MayStart) != TimeAtomTraits.None;

    /// <summary>True where a number in words may start with it.</summary>
    public readonly bool MayCount => (Traits & TimeAtomTraits.MayCount) != TimeAtomTraits.None;
}

/// <summary>What is known of an atom beside its classes.</summary>
[Flags]
internal enum TimeAtomTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No white space stands before it.</summary>
    Glued = 1,

    /// <summary>It starts a paragraph.</summary>
    StartsParagraph = 2,

    /// <summary>A time expression may start with it.</summary>
    MayStart = 4,

    /// <summary>A number in words may start with it.</summary>
    MayCount = 8,

    /// <summary>It is written in digits.</summary>
    Digits = 16,

    /// <summary>Its classes are the text's own, not those of a word of the vocabulary.</summary>
    Own = 32,
}
