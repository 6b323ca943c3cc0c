namespace Stemma.Cli.Terminal;

/// <summary>How words look on a terminal that has colours; without colours the words say the same.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Quiet,
    Number,
    Gone,
    Come,
    Warn,
}

/// <summary>A run of words in several inks, to be wrapped as one.</summary>
internal sealed class Phrase
{
    private readonly List<(string Text, Ink Ink)> _parts = [];

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<(string Text, Ink Ink)> Parts => _parts;

    /// <summary>Adds words; nothing stands between two parts but what they hold themselves.</summary>
    public Phrase Add(string text, Ink ink = Ink.Plain)
    {
        _parts.Add((text, ink));
        return this;
    }

    public static implicit operator Phrase(string text) => new Phrase().Add(text);
}
