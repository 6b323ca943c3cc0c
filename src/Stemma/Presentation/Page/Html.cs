using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Stemma.Presentation.Page;

/// <summary>Text that is HTML already and goes out as it is.</summary>
internal readonly record struct Markup(string Text);

/// <summary>Writes HTML: the literal parts of an interpolated string go out as they are, every value in it is encoded.</summary>
/// <remarks>So no text of a report can become markup: whoever writes a section cannot forget to encode.</remarks>
internal sealed class Html(TextWriter writer)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(
        [.. "&<>\"'", .. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '\u007F',
         .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>Writes the literals and encodes the values.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Template template) => _ = template;

    /// <summary>Writes literal markup.</summary>
    public void Raw(string markup) => writer.Write(markup);

    /// <summary>Writes encoded text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int at = text.IndexOfAny(s_special);
            if (at < 0)
            {
                writer.Write(text);
                return;
            }
            writer.Write(text[..at]);
            int length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            if (length == 2)
                writer.Write(text.Slice(at, 2));
            else
                writer.Write(Encoded(text[at]));
            text = text[(at + length)..];
        }
    }

    /// <summary>What <paramref name="write"/> writes, as markup to be put somewhere else.</summary>
    public static Markup Fragment(Action<Html> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(new Html(writer));
        return new Markup(writer.ToString());
    }

    private static string Encoded(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\uFFFD",
    };

    /// <summary>The parts of one interpolated string, written as they come.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly Html _html;

        /// <summary>Called by the compiler; the two counts are of no use here.</summary>
        public Template(int literalLength, int formattedCount, Html html)
        {
            _ = literalLength;
            _ = formattedCount;
            _html = html;
        }

        public void AppendLiteral(string value) => _html.Raw(value);

        public void AppendFormatted(string? value) => _html.Text(value);

        public void AppendFormatted(ReadOnlySpan<char> value) => _html.Text(value);

        public void AppendFormatted(int value) => _html.Raw(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(double value) => _html.Raw(value.ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup value) => _html.Raw(value.Text ?? "");
    }
}
