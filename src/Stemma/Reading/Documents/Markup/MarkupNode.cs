using System.Text;

namespace Stemma.Reading.Documents.Markup;

/// <summary>An element or a run of text of a document; it holds places in the document's text and decodes what is asked for.</summary>
internal sealed class MarkupNode(string document, int start, int end)
{
    /// <summary>The name without prefix, in lower case; empty for text.</summary>
    public string Name { get; init; } = "";

    /// <summary>The vocabulary that the name is from, as <see cref="Vocabularies"/> names it.</summary>
    public string Vocabulary { get; init; } = "";

    /// <summary>True for text that stands as it is.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>True for an element.</summary>
    public bool IsElement => Name.Length > 0;

    /// <summary>The first child, null for none.</summary>
    public MarkupNode? First { get; private set; }

    /// <summary>The next sibling, null for the last.</summary>
    public MarkupNode? Next { get; private set; }

    /// <summary>The element around it, null for a record.</summary>
    public MarkupNode? Parent { get; private set; }

    private MarkupNode? _last;

    /// <summary>A text as it stands in the document, or what stands in a start tag behind the name.</summary>
    public ReadOnlySpan<char> Raw => document.AsSpan(start, end - start);

    /// <summary>The elements among the children.</summary>
    public IEnumerable<MarkupNode> Elements
    {
        get
        {
            for (MarkupNode? child = First; child is not null; child = child.Next)
            {
                if (child.IsElement)
                    yield return child;
            }
        }
    }

    /// <summary>Takes in a child as the last one.</summary>
    public void Add(MarkupNode child)
    {
        child.Parent = this;
        if (_last is null)
            First = child;
        else
            _last.Next = child;
        _last = child;
    }

    /// <summary>The first child with one of the names, in the document's own vocabulary or another one.</summary>
    public MarkupNode? Child(string name)
    {
        for (MarkupNode? child = First; child is not null; child = child.Next)
        {
            if (string.Equals(child.Name, name, StringComparison.Ordinal))
                return child;
        }
        return null;
    }

    /// <summary>The first child with the name in the vocabulary.</summary>
    public MarkupNode? Child(string vocabulary, string name)
    {
        for (MarkupNode? child = First; child is not null; child = child.Next)
        {
            if (string.Equals(child.Name, name, StringComparison.Ordinal) && string.Equals(child.Vocabulary, vocabulary, StringComparison.Ordinal))
                return child;
        }
        return null;
    }

    /// <summary>All elements below with the name, in document order, itself included.</summary>
    public IEnumerable<MarkupNode> All(string name)
    {
        for (MarkupNode? node = this; node is not null; node = node.After(this))
        {
            if (string.Equals(node.Name, name, StringComparison.Ordinal))
                yield return node;
        }
    }

    /// <summary>All text below, decoded, without white space around it; empty for none.</summary>
    public string Text()
    {
        if (First is { IsElement: false, Next: null } only)
            return only.Decoded().Trim();
        var text = new StringBuilder();
        for (MarkupNode? node = First; node is not null; node = node.After(this))
        {
            if (!node.IsElement)
                text.Append(node.Decoded());
        }
        return text.ToString().Trim();
    }

    /// <summary>The same, null where there is none.</summary>
    public string? Words() => Text() is { Length: > 0 } text ? text : null;

    /// <summary>A run of text with its entities replaced.</summary>
    public string Decoded() => IsVerbatim ? MarkupText.Clean(Raw) : MarkupText.Decode(Raw);

    /// <summary>The value of an attribute, whatever its prefix; null where there is none or it is empty.</summary>
    public string? Attribute(string name) => MarkupAttributes.Find(Raw, name);

    /// <summary>The next node in document order that is below <paramref name="root"/>, null after the last.</summary>
    public MarkupNode? After(MarkupNode root)
    {
        if (First is not null)
            return First;
        MarkupNode? node = this;
        while (node is not null && !ReferenceEquals(node, root))
        {
            if (node.Next is not null)
                return node.Next;
            node = node.Parent;
        }
        return null;
    }
}
