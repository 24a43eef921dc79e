using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Practices;
using Microsoft.Extensions.Configuration;

namespace Fengtai.Platform.Keys;

/// <summary>
/// What data-protection keys are encrypted with, kept apart from the database they lie in: a file of the data folder, made at the
/// first need, or the setting <c>Fengtai:KeySecret</c> (any long text) where nodes do not share that folder.
/// </summary>
internal sealed class KeySecret(HostSettings settings, IConfiguration configuration)
{
    private const int Length = 32;

    private readonly Lazy<byte[]> _key = new(() => SHA256.HashData(Encoding.UTF8.GetBytes(Given(configuration) ?? ReadOrMake(FileIn(settings)))));

    /// <summary>Where it comes from, for the operator.</summary>
    public string Origin => Given(configuration) is null ? FileIn(settings) : "Fengtai__KeySecret";

    public byte[] Seal(byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(_key.Value, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. tag, .. cipher];
    }

    /// <exception cref="CryptographicException">Sealed with another secret, or altered.</exception>
    public byte[] Open(byte[] sealedBytes)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[sealedBytes.Length - nonce - tag];
        using var aes = new AesGcm(_key.Value, tag);
        aes.Decrypt(sealedBytes.AsSpan(0, nonce), sealedBytes.AsSpan(nonce + tag), sealedBytes.AsSpan(nonce, tag), plain);
        return plain;
    }

    private static string? Given(IConfiguration configuration) => configuration["Fengtai:KeySecret"] is { Length: > 0 } given ? given : null;

    private static string FileIn(HostSettings settings) => Path.Combine(settings.DataFolder, "key.secret");

    /// <summary>Readable for us alone; of several processes that make it at the same time, one wins.</summary>
    private static string ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var own = $"{path}.{Environment.ProcessId}";
            var only = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            using (var file = new StreamWriter(path: own, options: only))
            {
                file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
            }
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }
        return File.ReadAllText(path).Trim();
    }
}
