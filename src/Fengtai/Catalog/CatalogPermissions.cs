using Fengtai.Platform.Access;

namespace Fengtai.Catalog;

/// <summary>Everybody who has signed in reads the catalogue and the matrix; changing them is a right.</summary>
public static class CatalogPermissions
{
    /// <summary>Edit categories, their forms and the priority matrix.</summary>
    public static readonly Permission Administer = new("catalog.administer");
}
