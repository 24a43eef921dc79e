using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Fengtai.Platform.Ui;

/// <summary>
/// A part that is nothing but what its parameters say: rendered once, without the life cycle of larger components. A list of
/// fifty rows has six hundred of them.
/// </summary>
public abstract class Leaf : IComponent
{
    private readonly RenderFragment _content;
    private RenderHandle _handle;

    protected Leaf() => _content = BuildRenderTree;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _handle.Render(_content);
        return Task.CompletedTask;
    }

    protected virtual void BuildRenderTree(RenderTreeBuilder builder)
    {
    }
}
