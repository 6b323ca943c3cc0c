using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>The smallest piece that time patterns see: a run of letters, a number, a mark.</summary>
/// <remarks>Finer than a token, so that "three-day" and "mid-2011" match whatever the tokenizer joins; a spelled number is one atom.</remarks>
internal struct TimeAtom
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span;

    /// <summary>True where no white space stands before it.</summary>
    public bool Glued;

    /// <summary>True where it starts a paragraph: no pattern runs over it from before.</summary>
    public bool StartsParagraph;

    /// <summary>Where its classes lie in the list of all, and how many it has.</summary>
    public int FirstClass, ClassCount;
}
