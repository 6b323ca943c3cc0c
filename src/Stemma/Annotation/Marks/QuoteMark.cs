namespace Stemma.Annotation.Marks;

/// <summary>The families of quotation marks; marks of one family open and close each other.</summary>
internal enum MarkFamily
{
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

/// <summary>A character (or two: `` and '') that may open or close a quotation.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Length">1 or 2.</param>
/// <param name="Family">Its family.</param>
/// <param name="CanOpen">Its shape and its neighbours let it open.</param>
/// <param name="CanClose">Its shape and its neighbours let it close.</param>
/// <param name="Weak">It closes only where nothing better does: it may be an apostrophe ("workers’ rights", "goin’ home").</param>
internal readonly record struct QuoteMark(int At, int Length, MarkFamily Family, bool CanOpen, bool CanClose, bool Weak)
{
    /// <summary>The place after the mark.</summary>
    public int End => At + Length;
}
