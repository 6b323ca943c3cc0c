using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>
/// Chooses the element of a page that holds its article. Each block is prose, neutral or clutter; starting at the element
/// whose own paragraphs hold most prose, the choice climbs to the ancestor with the best sum of prose minus clutter.
/// </summary>
internal sealed class BodyChoice
{
    /// <summary>In UTF-16 code units; shorter blocks say little about where the article is.</summary>
    private const int LeastProse = 50;

    /// <summary>In UTF-16 code units; a block as long as this is prose without an end mark too.</summary>
    private const int SurelyProse = 120;

    /// <summary>Part of a block, 0 to 1, that may be link text in prose.</summary>
    private const double MostLinks = 0.5;

    /// <summary>Part of the page's prose, 0 to 1, from which an element is no side part whatever its class says. Set by hand on 40 pages of the fundusml set; re-run `stemma eval reading` on both sets.</summary>
    private const double MainShare = 0.45;

    /// <summary>The same for elements that say that they are comments, which can be longer than the article.</summary>
    private const double MainShareOfComments = 0.85;

    /// <summary>What a clutter block costs beside its link text, in UTF-16 code units of prose.</summary>
    private const int ClutterCost = 12;

    /// <summary>The most that the link text of one block costs, in the same unit.</summary>
    private const int DearestLink = 25;

    /// <summary>What a short block without links costs, in the same unit.</summary>
    private const int LooseCost = 5;

    /// <summary>In UTF-16 code units of prose in one element.</summary>
    private const int SurelyArticle = 300;

    /// <summary>Part of an element's text and links, 0 to 1, that is prose in a part of the article.</summary>
    private const double CleanShare = 0.8;

    /// <summary>How much more prose the article with the best paragraphs must hold than all other articles of the page together.</summary>
    private const double OwnToOthers = 0.3;

    /// <summary>In UTF-16 code units of prose in the element that holds the headline; with less it is only the head of the article.</summary>
    private const int LeastUnderTitle = 500;

    private static readonly string[] s_doubtful = ["advertisement", "subscription prompt", "navigation", "share bar", "tags"];

    private readonly PageText _page;
    private readonly string?[] _parts;
    private readonly bool[] _prose;

    private BodyChoice(PageText page)
    {
        _page = page;
        _parts = new string?[page.Nodes.Count];
        _prose = new bool[page.Blocks.Count];
        for (int i = 0; i < _prose.Length; i++)
            _prose[i] = IsProse(page, page.Blocks[i]);
        ResolveParts();
    }

    /// <summary>The index of the element that holds the article, -1 for a page without text.</summary>
    public int Root { get; private set; } = -1;

    /// <summary>The index of the element whose own paragraphs hold most prose.</summary>
    public int Nucleus { get; private set; } = -1;

    /// <summary>What part of the page an element belongs to by its own or an ancestor's name, null for none.</summary>
    public string? PartOf(int node) => _parts[node];

    /// <summary>True where the block reads like an article's paragraph.</summary>
    public bool IsProse(int block) => _prose[block];

    /// <summary>Chooses; linear in the number of blocks and elements.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">The headline, null where the page shows none.</param>
    public static BodyChoice Of(PageText page, PageBlock? title)
    {
        var choice = new BodyChoice(page);
        choice.Choose(title);
        return choice;
    }

    /// <summary>True where <paramref name="node"/> is <paramref name="ancestor"/> or stands in it.</summary>
    public bool IsIn(int node, int ancestor)
    {
        while (node > ancestor)
            node = _page.Nodes[node].Parent;
        return node == ancestor;
    }

    private static bool IsProse(PageText page, PageBlock block)
    {
        if (block.Kind == BlockKind.Heading || block.Span.Length < LeastProse || block.LinkShare > MostLinks)
            return false;
        ReadOnlySpan<char> text = block.Span.Over(page.Text);
        return block.Span.Length >= SurelyProse || JunkLines.EndsLikeASentence(text);
    }

    // Menus are many short links; a long link or a line without one may stand in an article's list.
    private static int Clutter(PageBlock block) => block.Kind == BlockKind.Heading ? 0
        : block.LinkShare > MostLinks ? Math.Min(block.LinkLength, DearestLink) + ClutterCost : LooseCost;

    private void ResolveParts()
    {
        int[] mass = new int[_page.Nodes.Count];
        int[] all = new int[mass.Length];
        int total = 0;
        for (int i = 0; i < _prose.Length; i++)
        {
            PageBlock block = _page.Blocks[i];
            all[block.Node] += block.Span.Length + block.LinkLength;
            if (!_prose[i])
                continue;
            mass[block.Node] += block.Span.Length;
            total += block.Span.Length;
        }
        for (int n = mass.Length - 1; n > 0; n--)
        {
            mass[_page.Nodes[n].Parent] += mass[n];
            all[_page.Nodes[n].Parent] += all[n];
        }
        HashSet<string> mainWords = MainWords(mass, total);
        for (int n = 0; n < _parts.Length; n++)
        {
            PageNode node = _page.Nodes[n];
            string? inherited = node.Parent < 0 ? null : _parts[node.Parent];
            _parts[n] = inherited;
            // A class that only says where advertisements or a paywall begin may stand on parts of the article itself.
            if (node.PartWord is not null && s_doubtful.Contains(node.Part) && mass[n] >= SurelyArticle && mass[n] >= all[n] * CleanShare)
                continue;
            double most = node.Part is "comments" or "overlay" ? MainShareOfComments : MainShare;
            _parts[n] = inherited ?? (node.Part is not null && mass[n] <= total * most && (node.PartWord is null || !mainWords.Contains(node.PartWord)) ? node.Part : null);
        }
    }

    // Words that many elements share which together hold most of the prose, such as "paywall" on every part of an article:
    // they name no side part of this page.
    private HashSet<string> MainWords(int[] mass, int total)
    {
        var byWord = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int n = 0; n < mass.Length; n++)
        {
            PageNode node = _page.Nodes[n];
            if (node.PartWord is { } word && node.Part is not ("comments" or "overlay") && mass[n] > 0 && !HasAbove(n, word))
                byWord[word] = byWord.GetValueOrDefault(word) + mass[n];
        }
        return [.. byWord.Where(pair => pair.Value > total * MainShare).Select(pair => pair.Key)];
    }

    private bool HasAbove(int node, string word)
    {
        for (int above = _page.Nodes[node].Parent, up = 0; above >= 0 && up < 30; above = _page.Nodes[above].Parent, up++)
        {
            if (string.Equals(_page.Nodes[above].PartWord, word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private void Choose(PageBlock? title)
    {
        int count = _page.Nodes.Count;
        double[] own = new double[count], sum = new double[count];
        for (int i = 0; i < _prose.Length; i++)
        {
            PageBlock block = _page.Blocks[i];
            bool counts = _prose[i] && _parts[block.Node] is null;
            sum[block.Node] += counts ? block.Span.Length - block.LinkLength : -Clutter(block);
            if (!counts)
                continue;
            // A paragraph speaks for the element around it.
            int holder = block.Node;
            if (block.Kind != BlockKind.Loose && _page.Nodes[holder].Parent >= 0)
                holder = _page.Nodes[holder].Parent;
            own[holder] += block.Span.Length - block.LinkLength;
            if (_page.Nodes[holder].Parent is >= 0 and int above)
                own[above] += (block.Span.Length - block.LinkLength) / 2.0;
        }
        int best = 0;
        for (int n = 0; n < count; n++)
        {
            if (own[n] > own[best])
                best = n;
        }
        for (int n = count - 1; n > 0; n--)
            sum[_page.Nodes[n].Parent] += sum[n];
        Root = best;
        for (int n = best; n >= 0; n = _page.Nodes[n].Parent)
        {
            if (sum[n] > sum[Root])
                Root = n;
        }
        Nucleus = best;
        if (title is null || !KeepOneArticle(title.Node, LeastUnderTitle))
            KeepOneArticle(best, 0);
    }

    // Endless pages append other articles, each in an element that says that it is one: the choice must not climb over them.
    private bool KeepOneArticle(int inner, int least)
    {
        int own = -1;
        for (int n = inner; n > Root; n = _page.Nodes[n].Parent)
        {
            if (_page.Nodes[n].IsArticle)
                own = n;
        }
        if (own < 0)
            return false;
        int inside = 0, others = 0;
        for (int i = 0; i < _prose.Length; i++)
        {
            PageBlock block = _page.Blocks[i];
            if (!_prose[i] || _parts[block.Node] is not null || !IsIn(block.Node, Root))
                continue;
            if (IsIn(block.Node, own))
                inside += block.Span.Length;
            else if (IsInOtherArticle(block.Node))
                others += block.Span.Length;
        }
        if (inside < least || inside < others * OwnToOthers && least == 0 || others == 0)
            return false;
        Root = own;
        return true;
    }

    private bool IsInOtherArticle(int node)
    {
        for (int n = node; n > Root; n = _page.Nodes[n].Parent)
        {
            if (_page.Nodes[n].IsArticle)
                return true;
        }
        return false;
    }
}
