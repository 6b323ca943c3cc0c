namespace Stemma.Languages;

/// <summary>How a word is written where houses differ by rule: one house writes all its numerals the same way.</summary>
internal enum StyleTrait : byte
{
    /// <summary>Nothing to choose.</summary>
    None,

    /// <summary>A small number in digits.</summary>
    Digits,

    /// <summary>A small number in words.</summary>
    Letters,

    /// <summary>As the British spell it.</summary>
    British,

    /// <summary>As Americans spell it.</summary>
    American,

    /// <summary>A sign for a word, as "%".</summary>
    Sign,

    /// <summary>The word for a sign.</summary>
    Spelled,
}
