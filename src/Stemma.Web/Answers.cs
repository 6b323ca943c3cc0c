using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Stemma.Presentation.Page;
using Stemma.Web.Api;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>How answers are written: pages, JSON, and what went wrong, for a reader or a machine.</summary>
internal static class Answers
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A page. Where the browser has it already by its <paramref name="tag"/>, that is said and nothing is written.</summary>
    /// <param name="context">The request.</param>
    /// <param name="tag">Changes with everything the page shows; null where it may not be kept.</param>
    /// <param name="write">Writes the page.</param>
    /// <param name="status">The status code.</param>
    public static Task Page(HttpContext context, string? tag, Action<Html> write, int status = StatusCodes.Status200OK)
    {
        if (tag is not null && IsKnown(context, $"\"{tag}-{Assets.Style.Name[6..14]}{Assets.Script.Name[7..15]}\""))
            return Task.CompletedTask;
        return Bytes(context, status, "text/html; charset=utf-8", s_utf8.GetBytes(Html.Fragment(write).Text));
    }

    /// <summary>JSON that is there already.</summary>
    public static Task Json(HttpContext context, string tag, ReadOnlyMemory<byte> json) =>
        IsKnown(context, $"\"{tag}\"") ? Task.CompletedTask : Bytes(context, StatusCodes.Status200OK, "application/json; charset=utf-8", json);

    /// <summary>Plain text.</summary>
    public static Task Text(HttpContext context, int status, string text) =>
        Bytes(context, status, "text/plain; charset=utf-8", s_utf8.GetBytes(text + "\n"));

    /// <summary>A file that never changes under its address.</summary>
    public static Task File(HttpContext context, Asset asset)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Bytes(context, StatusCodes.Status200OK, asset.Type, asset.Bytes);
    }

    /// <summary>What went wrong, as a page or, under /api, as problem details (RFC 9457).</summary>
    public static Task Problem(HttpContext context, int status, string title, string advice)
    {
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Page(context, null, html => ProblemScreen.Write(html, title, advice), status);
        return Bytes(context, status, "application/problem+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(new ProblemAnswer("about:blank", title, status, advice), ApiJson.Default.ProblemAnswer));
    }

    /// <summary>Answers what nothing else did, and hides what an error says of the inside.</summary>
    public static async Task Problems(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            if (!context.Response.HasStarted)
                await Problem(context, e.StatusCode, "This request cannot be read", "Check the address.");
            return;
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            await Problem(context, StatusCodes.Status500InternalServerError, "Something went wrong here", "It is no fault of the request. If it stays so, please report which address it was.");
            return;
        }
        if (!context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status404NotFound)
            await Problem(context, StatusCodes.Status404NotFound, "Nothing stands here", "The address may be old or mistyped; the stories that there are can be reached from the first page.");
    }

    private static bool IsKnown(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        StringValues known = context.Request.Headers.IfNoneMatch;
        if (!known.Any(k => k is not null && k.Split(',').Any(t => t.Trim() is var given && (given == tag || given == "W/" + tag || given == "*"))))
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static Task Bytes(HttpContext context, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
