namespace Stemma.Annotation.Times;

/// <summary>One element of a pattern.</summary>
/// <param name="Choices">Classes (0 and up) or groups (as -1 - group), the first that fits wins.</param>
/// <param name="Label">The name its value is kept under, null for none.</param>
/// <param name="IsOptional">True where it may be missing.</param>
/// <param name="IsGlued">True where no white space may stand before it.</param>
/// <param name="Role">Whether it is of the span, or only looked at.</param>
internal sealed record TimeElement(int[] Choices, string? Label, bool IsOptional, bool IsGlued, ElementRole Role);

/// <summary>What an element does.</summary>
internal enum ElementRole
{
    /// <summary>It is part of the span.</summary>
    Part,

    /// <summary>It must stand before the span.</summary>
    Before,

    /// <summary>It must not stand before the span.</summary>
    NotBefore,

    /// <summary>It must follow the span.</summary>
    After,

    /// <summary>It must not follow the span.</summary>
    NotAfter,
}

/// <summary>One row of the rules.</summary>
/// <param name="Elements">The pattern.</param>
/// <param name="Kind">The kind of meaning, empty for values alone, null where the group passes on what it holds.</param>
/// <param name="Values">The fixed values.</param>
internal sealed record TimeRule(TimeElement[] Elements, string? Kind, (string Name, decimal Value)[] Values);
