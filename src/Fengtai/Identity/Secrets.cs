using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fengtai.Identity;

/// <summary>Random secrets of 256 bits: they are shown once, and only their hashes are kept. No salt is needed for what cannot be guessed.</summary>
internal static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
