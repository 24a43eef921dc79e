using System.Xml.Linq;
using Fengtai.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Fengtai.Platform.Keys;

/// <summary>Data-protection keys in the database, so that every node reads every node's cookies and forms.</summary>
internal sealed class KeyTable(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from platform.keys order by id");
        using var rows = command.ExecuteReader();
        var all = new List<XElement>();
        while (rows.Read())
        {
            all.Add(XElement.Parse(rows.GetString(0)));
        }
        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.Command("insert into platform.keys (name, xml) values ($1, $2)", friendlyName, element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
