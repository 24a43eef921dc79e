namespace Fengtai.Tickets;

/// <summary>What may be about the same.</summary>
/// <param name="OfPerson">Open tickets of the same person.</param>
/// <param name="OfOthers">Open tickets of others, the most alike first.</param>
public sealed record SimilarFound(IReadOnlyList<Ticket> OfPerson, IReadOnlyList<Ticket> OfOthers, IReadOnlyList<OpenMajorIncident> Majors)
{
    public static readonly SimilarFound Nothing = new([], [], []);

    public bool Any => OfPerson.Count + OfOthers.Count + Majors.Count > 0;
}
