using Analytics.Terminal.Runtime;

namespace Analytics.Tui.App;

/// <summary>From a state and what happened to the next state and what to do. Pure.</summary>
internal static class ConsoleUpdate
{
    public static Outcome<ConsoleState, ConsoleEffect> Update(ConsoleState state, ConsoleEvent happened)
    {
        var outcome = happened switch
        {
            InputHappened input => ConsoleInput.Handle(state with { Now = input.At }, input.Input),
            _ => ConsoleAnswers.Apply(state, happened),
        };
        return Consequences.InOrder.Aggregate(outcome, (reached, consequence) => reached.Then(next => consequence.Follow(state, next)));
    }
}
