using System.Security.Cryptography;
using System.Xml.Linq;
using Fengtai.Platform.Data;
using Fengtai.Platform.Database;
using Fengtai.Platform.Practices;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Fengtai.Platform.Keys;

/// <summary>
/// Nodes with different secrets would refuse each other's forms, now and then and for no reason that anybody sees. So a node whose secret does
/// not open what is there does not start; the first one makes the first key, under a lock, so that nodes starting together find out, too.
/// </summary>
internal sealed class SameSecret(NpgsqlDataSource database, KeySecret secret, IDataProtectionProvider protection) : IBeforeReady
{
    private const long Lock = 0x46656e676b657973; // "Fengkeys"

    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var alone = connection.Command("select pg_advisory_xact_lock($1)", Lock))
        {
            await alone.ExecuteNonQueryAsync(cancellation);
        }
        await using var all = connection.Command("select xml from platform.keys order by id");
        foreach (var xml in await all.ListAsync(row => row.GetString(0), cancellation))
        {
            Try(XElement.Parse(xml));
        }
        protection.CreateProtector("start").Protect([0]);
    }

    private void Try(XElement key)
    {
        try
        {
            foreach (var part in key.Descendants(KeyEncryptor.Element))
            {
                secret.Open(Convert.FromBase64String(part.Value));
            }
        }
        catch (CryptographicException e)
        {
            throw new CannotStartException(
                $"{secret.Origin} is not the secret that the keys in the database were sealed with. All nodes need the same Fengtai__KeySecret, or the same key.secret in their data folders. If the right one is lost: fengtai keys forget", e);
        }
    }
}
