using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.Web;

/// <summary>Routes that only show something.</summary>
internal static class ShownRoutes
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Answers GET and HEAD at the address.</summary>
    public static void MapShown(this IEndpointRouteBuilder app, [StringSyntax("Route")] string address, RequestDelegate answer) => app.MapMethods(address, s_methods, answer);
}
