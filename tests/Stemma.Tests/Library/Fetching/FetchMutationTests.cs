using System.Net;
using System.Text;
using Stemma.Library;
using Stemma.Library.Fetching;

namespace Stemma.Tests.Library.Fetching;

/// <summary>Answers that are nearly right, in every way in which they can be wrong.</summary>
public sealed class FetchMutationTests : FetchingTest
{
    private static readonly byte[] s_html = Encoding.UTF8.GetBytes(Html);

    [Fact]
    public async Task Whatever_a_server_sends_it_ends_as_a_page_or_a_line()
    {
        // Names and redirects lead nowhere but to the test's own site.
        Network = Public(_ => [IPAddress.Parse("93.184.215.14")]);
        Limits = Limits with { Retries = 0, Head = TimeSpan.FromSeconds(20), Whole = TimeSpan.FromSeconds(20) };
        byte[][] seeds =
        [
            TestSite.Ok(s_html, "Content-Type: text/html; charset=utf-8\r\nETag: \"x\"\r\n"),
            TestSite.Ok(Packing.Pack(s_html, "gzip"), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
            TestSite.Ok(Packing.Pack(s_html, "br"), "Content-Type: text/html\r\nContent-Encoding: br\r\n"),
            TestSite.Ok(Packing.Pack(s_html, "deflate"), "Content-Type: text/html\r\nContent-Encoding: deflate\r\n"),
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1;x=y\r\n>\r\n0\r\nX: y\r\n\r\n"u8.ToArray(),
            "HTTP/1.1 302 To\r\nLocation: http://other.example:8080/b?c#d\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
        ];
        var random = new Random(17);
        for (int i = 0; i < 400; i++)
        {
            byte[] answer = Mutated(seeds[random.Next(seeds.Length)], random);
            Site.Answer("/a", answer);
            Site.Answer(random.Next(4) == 0 ? "/robots.txt" : "/b?c", answer);
            OpenedReports fetched = await FetchAsync("http://news.example/a");
            Assert.True(fetched.Inputs.Count + fetched.Problems.Count(p => p.IsUnread) == 1, Convert.ToBase64String(answer));
            Assert.All(fetched.Problems, p => Assert.DoesNotContain(p.Why, char.IsControl));
        }
    }

    private static byte[] Mutated(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (int n = random.Next(4); n >= 0; n--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(Math.Max(at, 1), bytes.Count - Math.Max(at, 1));
                    break;
            }
        }
        return [.. bytes];
    }
}
