using System.Security.Cryptography;
using System.Text.Json;
using Fengtai.Platform.Http;

namespace Fengtai.Catalog;

/// <summary>
/// Says what a form was rendered from, more closely than the row's version: a question is not stale because another one was changed, nor a
/// category's details because its siblings were put in order.
/// </summary>
internal static class Fingerprint
{
    public static string Of<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, Json.Options)))[..16];
}
