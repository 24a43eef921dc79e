using System.Security.Cryptography;
using System.Text.Json;

namespace Fengtai.Platform.Http;

/// <summary>
/// Says what a form was rendered from, more closely than the row's version: a question is not stale because another one was changed, nor a
/// category's details because its siblings were put in order.
/// </summary>
public static class Fingerprint
{
    public static string Of<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, Json.Options)))[..16];
}
