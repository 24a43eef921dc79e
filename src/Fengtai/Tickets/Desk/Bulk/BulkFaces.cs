namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>How acts on many tickets look, and the key of each while tickets are picked: mostly that of the act on one ticket.</summary>
internal static class BulkFaces
{
    public static string Icon(this BulkAct act) => act switch
    {
        BulkAct.Accept => TicketStep.Accept.Icon(),
        BulkAct.Classify => TicketStep.Classify.Icon(),
        BulkAct.Assign => TicketStep.Assign.Icon(),
        BulkAct.Wait => TicketStep.Wait.Icon(),
        BulkAct.Resume => TicketStep.Resume.Icon(),
        BulkAct.Notes => "note",
        BulkAct.Close => TicketStep.Close.Icon(),
        BulkAct.Link => "sitemap",
        BulkAct.Macro => "wand",
    };

    public static string Key(this BulkAct act) => act switch
    {
        BulkAct.Accept => "a",
        BulkAct.Classify => "i",
        BulkAct.Assign => "p",
        BulkAct.Wait => "w",
        BulkAct.Resume => "s",
        BulkAct.Notes => "n",
        BulkAct.Close => "d",
        BulkAct.Link => "l",
        BulkAct.Macro => ".",
    };
}
