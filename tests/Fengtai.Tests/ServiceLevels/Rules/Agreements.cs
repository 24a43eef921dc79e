using Fengtai.Catalog;
using Fengtai.ServiceLevels;
using Fengtai.Tickets;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>What a desk of two teams and a supplier has agreed, by office hours.</summary>
internal static class Agreements
{
    public static readonly Guid Desktop = Guid.Parse("00000000-0000-7000-8000-0000000000b1");
    public static readonly Guid Network = Guid.Parse("00000000-0000-7000-8000-0000000000b2");

    /// <summary>Two hours, urgent ones half an hour.</summary>
    public static Agreement WithDesktop() => Share(AgreementKind.Ola, team: Desktop, [new(Priority.Normal, 120, TargetUnit.Minutes), new(Priority.Urgent, 30, TargetUnit.Minutes)]);

    /// <summary>One working day; of urgent ones nothing.</summary>
    public static Agreement WithNetwork() => Share(AgreementKind.Ola, team: Network, [new(Priority.Normal, 1, TargetUnit.WorkingDays)]);

    /// <summary>Four hours.</summary>
    public static Agreement WithSupplier(string name = "联想") => Share(AgreementKind.Uc, null, [new(Priority.Normal, 240, TargetUnit.Minutes), new(Priority.Urgent, 60, TargetUnit.Minutes)], name);

    public static Agreement Share(AgreementKind kind, Guid? team, IReadOnlyList<AgreedTarget> targets, string supplier = "") => new()
    {
        Kind = kind,
        Name = supplier,
        ValidFrom = new(2026, 1, 1),
        Goal = 95,
        TeamId = team,
        Supplier = supplier,
        CalendarId = Office.Hours,
        Targets = targets,
        Pauses = [WaitReason.User, WaitReason.Parts, WaitReason.Supplier],
    };
}
