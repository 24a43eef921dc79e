namespace Fengtai.Catalog;

/// <summary>A file that is stored already and answers a question; its id is posted with the answers.</summary>
/// <param name="Key">The question's key.</param>
public sealed record KeptFile(string Key, Guid Id, string Name);
