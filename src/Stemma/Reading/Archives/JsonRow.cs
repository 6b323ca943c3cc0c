using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stemma.Reading.Archives;

/// <summary>Reads a JSON object as a report: its text or page, and what else it says under the names that corpora use.</summary>
internal static class JsonRow
{
    // A row has one author or some; a list of thousands is no byline.
    private const int MostAuthors = 50;

    // Moments in seconds or thousandths since 1970 lie in these years: smaller numbers are years or ids.
    private const long LeastSeconds = 100_000_000, LeastThousandths = 100_000_000_000, MostThousandths = 9_999_999_999_999;

    private static readonly JsonReaderOptions s_reading = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The report of a row.</summary>
    /// <param name="row">One JSON value in UTF-8.</param>
    /// <param name="name">What the report is called where it names neither an address nor an id.</param>
    /// <param name="problem">Why there is none, else null.</param>
    /// <returns>Null where the row is no object or holds no text.</returns>
    public static ReportInput? Read(ReadOnlySpan<byte> row, string name, out string? problem)
    {
        try
        {
            var json = new Utf8JsonReader(row, s_reading);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                problem = "not a JSON object";
                return null;
            }
            var members = new Members();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                (RowField Field, int Rank)? known = RowFields.Of(json.ValueSpan);
                json.Read();
                if (known is { } field)
                    members.Take(field.Field, field.Rank, ref json);
                json.Skip();
            }
            if (json.Read())
            {
                problem = "more than one JSON value";
                return null;
            }
            problem = members.HasText ? null : "no text is in it: none of its members has a known name such as “text”, “html”, “body”, “content”";
            return members.HasText ? members.Report(name) : null;
        }
        catch (JsonException e)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"not JSON ({e.Message.Split(" LineNumber")[0].TrimEnd('.')}, at byte {e.BytePositionInLine ?? 0})");
            return null;
        }
    }

    /// <summary>What was taken out of a row; of two members that hold the same, the one that stands first in the table.</summary>
    private sealed class Members
    {
        private readonly int[] _ranks = new int[Enum.GetValues<RowField>().Length];
        private readonly string?[] _values = new string?[Enum.GetValues<RowField>().Length];
        private byte[]? _html;
        private byte[]? _text;
        private List<string> _authors = [];

        public bool HasText => _html is not null || _text is not null;

        public void Take(RowField field, int rank, ref Utf8JsonReader json)
        {
            // Ranks are kept one higher: 0 is none.
            if (_ranks[(int)field] > 0 && _ranks[(int)field] <= rank + 1)
                return;
            bool taken = field switch
            {
                RowField.Html => TakeText(json, ref _html),
                RowField.Text => TakeText(json, ref _text),
                RowField.Authors => TakeAuthors(ref json),
                RowField.Published => TakeDate(json),
                _ => (_values[(int)field] = Name(ref json) ?? _values[(int)field]) is not null,
            };
            if (taken)
                _ranks[(int)field] = rank + 1;
        }

        public ReportInput Report(string name)
        {
            string? url = _values[(int)RowField.Url];
            return new ReportInput(_values[(int)RowField.Id] ?? url ?? name, _html ?? _text)
            {
                Charset = "utf-8",
                Url = url,
                Outlet = _values[(int)RowField.Outlet],
                Published = _values[(int)RowField.Published],
                Title = _values[(int)RowField.Title],
                Authors = _authors,
                Language = _values[(int)RowField.Language],
            };
        }

        private static bool TakeText(Utf8JsonReader json, ref byte[]? into)
        {
            if (json.TokenType != JsonTokenType.String || json.ValueSpan.IsEmpty)
                return false;
            into = Plain(json);
            return true;
        }

        private bool TakeDate(Utf8JsonReader json)
        {
            if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out long moment))
            {
                long thousandths = moment is >= LeastSeconds and < LeastThousandths ? moment * 1000 : moment;
                if (thousandths is < LeastThousandths or > MostThousandths)
                    return false;
                _values[(int)RowField.Published] = DateTimeOffset.FromUnixTimeMilliseconds(thousandths).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
                return true;
            }
            return Value(json) is { } stated && (_values[(int)RowField.Published] = stated) is not null;
        }

        // A name, or a list of names, or of objects that name themselves.
        private bool TakeAuthors(ref Utf8JsonReader json)
        {
            var authors = new List<string>();
            if (json.TokenType == JsonTokenType.StartArray)
            {
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (Name(ref json) is { } author && authors.Count < MostAuthors)
                        authors.Add(author);
                    json.Skip();
                }
            }
            else if (Name(ref json) is { } author)
            {
                authors.Add(author);
            }
            if (authors.Count > 0)
                _authors = authors;
            return authors.Count > 0;
        }

        // A string, a number, or what an object calls its name: {"id": …, "name": "The Lantern"}.
        private static string? Name(ref Utf8JsonReader json)
        {
            if (json.TokenType != JsonTokenType.StartObject)
                return Value(json);
            string? name = null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isName = json.ValueTextEquals("name"u8) || json.ValueTextEquals("main"u8) || json.ValueTextEquals("rendered"u8) || json.ValueTextEquals("title"u8) || json.ValueTextEquals("$oid"u8);
                json.Read();
                if (isName)
                    name ??= Value(json);
                json.Skip();
            }
            return name;
        }

        private static string? Value(Utf8JsonReader json)
        {
            string? value = json.TokenType switch
            {
                JsonTokenType.String => Encoding.UTF8.GetString(Plain(json)).Trim(),
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                _ => null,
            };
            return string.IsNullOrEmpty(value) ? null : value;
        }

        private static byte[] Plain(Utf8JsonReader json)
        {
            if (!json.ValueIsEscaped)
                return json.ValueSpan.ToArray();
            byte[] plain = new byte[json.ValueSpan.Length];
            return plain[..JsonText.Unescape(json.ValueSpan, plain)];
        }
    }
}
