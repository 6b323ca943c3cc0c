namespace Stemma.Stories.Claims;

/// <summary>What speaks against two places being about one thing.</summary>
internal enum Doubt
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>All their other numbers differ.</summary>
    Numbers,

    /// <summary>One tells the number of the other in another place.</summary>
    Elsewhere,

    /// <summary>They give times that cannot be one.</summary>
    Time,

    /// <summary>One alone says at its start for where or when it holds.</summary>
    Opening,

    /// <summary>A word beside the number of one, a time long past, or another source may restrict what it counts.</summary>
    Restricted,

    /// <summary>One has another word in the place of a word.</summary>
    Replaced,

    /// <summary>They have words of one field that exclude each other.</summary>
    Field,
}
