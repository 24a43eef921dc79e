using Fengtai.Identity;
using Fengtai.Platform.Events;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Desk;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tests.Tickets.Templates;

/// <summary>A desk whose engineer leads the team printing, in which mate works, too.</summary>
public sealed class KeptDesk(TestCluster cluster) : QueueDesk(cluster)
{
    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await RunAsync(async work =>
        {
            var engineer = await work.Db.Set<Person>().SingleAsync(p => p.Login == "engineer");
            (await work.Db.Set<TeamMember>().SingleAsync(m => m.PersonId == engineer.Id)).IsLead = true;
            await work.Db.SaveChangesAsync();
        });
    }
}
