namespace Stemma.Reading.Documents.Markup;

/// <summary>
/// Takes the records out of a document one after the other, each as a tree of its own, so that a document of a hundred
/// thousand items is never a tree in memory.
/// </summary>
/// <remarks>
/// Mends what can be: an element that is not closed ends with the one around it, an end tag without a start is passed over, and an item
/// within an item begins a new one.
/// </remarks>
internal sealed class MarkupRecords
{
    /// <summary>In open elements of one record: real ones stay below 40; what is deeper is taken as if it stood here.</summary>
    private const int Deepest = 200;

    /// <summary>In vocabularies that are declared at one place.</summary>
    private const int MostDeclared = 64;

    private readonly string _text;
    private readonly MarkupReader _reader;
    private readonly Func<string, bool> _isFrame;
    private readonly List<MarkupNode> _frames = [];
    private readonly List<(string Prefix, string Vocabulary)> _declared = [];
    private readonly Dictionary<string, (string Prefix, string Local)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Prefix, string Local)>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private bool _isRead;
    private MarkupNode? _broken;

    /// <summary>Prepares to read.</summary>
    /// <param name="text">The document.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="isFrame">True for the names of elements that hold records, themselves being none.</param>
    public MarkupRecords(string text, int start, Func<string, bool> isFrame)
    {
        _text = text;
        _reader = new MarkupReader(text, start);
        _isFrame = isFrame;
        _byName = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The outermost element, without what is in it; null before the first record is read.</summary>
    public MarkupNode? Root { get; private set; }

    /// <summary>The element that holds the record that was given last.</summary>
    public MarkupNode? Frame => _frames.Count > 0 ? _frames[^1] : Root;

    /// <summary>Where the document breaks off: the start of the record that is not whole, or the end; null where it is whole.</summary>
    public int? Break { get; private set; }

    /// <summary>Gives out what there is of the record that is not whole, once; null where the document breaks off between records.</summary>
    public MarkupNode? TakeBroken()
    {
        (MarkupNode? broken, _broken) = (_broken, null);
        return broken;
    }

    /// <summary>The next record, null after the last.</summary>
    public MarkupNode? Next()
    {
        while (_isRead || _reader.Read())
        {
            _isRead = false;
            if (_reader.Kind == MarkupKind.Start)
            {
                int declared = _declared.Count;
                MarkupNode node = Element();
                Root ??= node;
                if (!_isFrame(node.Name))
                {
                    MarkupNode? record = _reader.IsEmpty ? node : Whole(node);
                    _declared.RemoveRange(declared, _declared.Count - declared);
                    return record;
                }
                if (!_reader.IsEmpty)
                    _frames.Add(node);
            }
            else if (_reader.Kind == MarkupKind.End)
            {
                CloseFrame();
            }
        }
        if (_frames.Count > 0 || _reader.IsClipped)
            Break ??= _text.Length;
        return null;
    }

    private void CloseFrame()
    {
        if (OpenFrame() is >= 0 and var at)
            _frames.RemoveRange(at, _frames.Count - at);
    }

    private int OpenFrame()
    {
        string local = Names().Local;
        return _frames.FindLastIndex(f => string.Equals(f.Name, local, StringComparison.Ordinal));
    }

    // Reads on to the end of the record; null where the document ends first.
    private MarkupNode? Whole(MarkupNode record)
    {
        int start = _reader.TokenStart, depth = 1;
        MarkupNode open = record;
        while (_reader.Read())
        {
            switch (_reader.Kind)
            {
                case MarkupKind.Start when depth < Deepest:
                    MarkupNode element = Element();
                    if (string.Equals(element.Name, record.Name, StringComparison.Ordinal) && IsItem(record.Name))
                    {
                        _isRead = true;
                        return record;
                    }
                    open.Add(element);
                    if (_reader.IsEmpty)
                        break;
                    open = element;
                    depth++;
                    break;
                case MarkupKind.End:
                    string name = Names().Local;
                    int up = 0;
                    MarkupNode? closed = open;
                    while (closed is not null && !string.Equals(closed.Name, name, StringComparison.Ordinal))
                        (closed, up) = (closed.Parent, up + 1);
                    if (closed is null)
                    {
                        if (OpenFrame() < 0)
                            break;
                        _isRead = true;
                        return record;
                    }
                    if (ReferenceEquals(closed, record))
                        return record;
                    open = closed.Parent!;
                    depth -= up + 1;
                    break;
                case MarkupKind.Text or MarkupKind.Verbatim:
                    open.Add(new MarkupNode(_text, _reader.Start, _reader.End) { IsVerbatim = _reader.Kind == MarkupKind.Verbatim });
                    break;
            }
        }
        (Break, _broken) = (start, record);
        return null;
    }

    // Elements that never stand in one another, so that a second one means that the first was not closed.
    private static bool IsItem(string name) => name is "item" or "entry" or "url" or "sitemap" or "newsitem";

    private MarkupNode Element()
    {
        if (_reader.End - _reader.Start > 6 && _text.AsSpan(_reader.Start, _reader.End - _reader.Start).Contains("xmlns", StringComparison.OrdinalIgnoreCase))
            Declare();
        (string prefix, string local) = Names();
        int at = _declared.FindLastIndex(d => string.Equals(d.Prefix, prefix, StringComparison.Ordinal));
        return new MarkupNode(_text, _reader.Start, _reader.End) { Name = local, Vocabulary = at >= 0 ? _declared[at].Vocabulary : Vocabularies.Undeclared(prefix) };
    }

    private void Declare()
    {
        foreach ((string prefix, string address) in MarkupAttributes.Declarations(_text, _reader.Start, _reader.End))
        {
            // What the outermost element declares without a prefix is the document's own vocabulary, whatever its address.
            if (_declared.Count < MostDeclared)
                _declared.Add((prefix, Root is null && prefix.Length == 0 ? Vocabularies.Own : Vocabularies.Of(prefix, address)));
        }
    }

    // The few names of a document are made once.
    private (string Prefix, string Local) Names()
    {
        ReadOnlySpan<char> name = _reader.Name;
        if (_byName.TryGetValue(name, out (string Prefix, string Local) known))
            return known;
        int colon = name.IndexOf(':');
        known = (colon < 0 ? "" : name[..colon].ToString().ToLowerInvariant(), name[(colon + 1)..].ToString().ToLowerInvariant());
        if (known.Local.Length == 0)
            known = ("", "_");
        if (_names.Count < MostNames)
            _names.Add(name.ToString(), known);
        return known;
    }

    /// <summary>In names; documents use a few dozen, and what is made of random letters shall not fill the memory.</summary>
    private const int MostNames = 4096;
}
