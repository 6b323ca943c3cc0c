using System.Globalization;
using System.Text;

namespace Stemma.Library.Store.Sqlite;

/// <summary>Searches the full-text index (FTS5).</summary>
internal static class SqliteSearch
{
    /// <summary>In reports: of more that match, those added last are ranked, so that a word that is everywhere costs no more than this.</summary>
    /// <remarks>Set so that ranking stays under some 20 ms. Run the library benchmark's searches when it changes.</remarks>
    private const int MostRanked = 5_000;

    /// <summary>How much a word counts in headline, article, names, speakers and outlet: a headline says what a report is about.</summary>
    private const string Weights = "4.0, 1.0, 1.0, 1.0, 1.0";

    /// <summary>Searches.</summary>
    public static SearchAnswer Find(SqliteSession session, SearchQuery query, int most)
    {
        string? match = Expression(query);
        string sql = Statement(match is not null, query);
        List<(long Row, double Score)> found = session.All(sql, row => (row.GetInt64(0), -row.GetDouble(1)),
            ("$match", match), ("$from", query.From?.DayNumber), ("$before", query.Before?.DayNumber), ("$language", query.Language), ("$most", MostRanked + 1));
        bool isCapped = found.Count > MostRanked;
        IEnumerable<(long Row, double Score)> best = found.Take(MostRanked);
        if (match is not null)
            best = best.OrderByDescending(f => f.Score).ThenByDescending(f => f.Row);
        SearchHit[] hits = [.. best.Take(most).Select(f => SqliteReports.Of(session, f.Row) is { } report ? new SearchHit(report, f.Score) : null).OfType<SearchHit>()];
        return new SearchAnswer(hits, Math.Min(found.Count, MostRanked), isCapped);
    }

    // One of sixteen constant statements; what was typed goes in as parameters, and into the expression as quoted letters and digits.
    private static string Statement(bool hasWords, SearchQuery query)
    {
        bool hasFilter = query.From is not null || query.Before is not null || query.Language is not null;
        var where = new List<string>();
        if (hasWords)
            where.Add("search MATCH $match");
        if (query.From is not null)
            where.Add("r.day_to >= $from");
        if (query.Before is not null)
            where.Add("r.day_from < $before");
        if (query.Language is not null)
            where.Add("r.language = $language");
        string conditions = string.Join(" AND ", where);
        if (!hasWords)
            return $"SELECT r.report, 0.0 FROM reports r WHERE {conditions} ORDER BY r.day_to DESC, r.report DESC LIMIT $most";
        string from = hasFilter ? "search CROSS JOIN reports r ON r.report = search.rowid" : "search";
        return $"SELECT search.rowid, bm25(search, {Weights}) FROM {from} WHERE {conditions} ORDER BY search.rowid DESC LIMIT $most";
    }

    // https://www.sqlite.org/fts5.html, section 3. Words hold nothing but letters and digits, so nothing in quotation marks can end them.
    private static string? Expression(SearchQuery query)
    {
        if (query.Terms.All(t => t.IsExcluded))
            return null;
        string wanted = string.Join(" AND ", query.Terms.Where(t => !t.IsExcluded).Select(Expression));
        string left = string.Join(" OR ", query.Terms.Where(t => t.IsExcluded).Select(Expression));
        return left.Length == 0 ? wanted : $"({wanted}) NOT ({left})";
    }

    private static string Expression(SearchTerm term)
    {
        var expression = new StringBuilder(term.Field switch
        {
            SearchField.Title => "title",
            SearchField.Speaker => "speakers",
            SearchField.Name => "names",
            SearchField.Outlet => "outlet",
            _ => "{title body}",
        });
        return expression.Append(CultureInfo.InvariantCulture, $" : \"{string.Join(' ', term.Words)}\"{(term.IsStart ? " *" : "")}").ToString();
    }
}
