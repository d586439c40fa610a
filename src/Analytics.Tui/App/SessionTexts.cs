namespace Analytics.Tui.App;

/// <summary>What is said about the log of a session.</summary>
internal static class SessionTexts
{
    extension(Texts texts)
    {
        public string SaveSession => texts.Say("保存本次会话的记录", "Save the log of this session");
        public string SessionEndings =>
            texts.Say(".sql（可用 analytics query -f 再运行）或 .md", ".sql (analytics query -f runs it again) or .md");
        public string NothingDone => texts.Say("还没有做过什么可记的", "Nothing was done yet that a log could tell");

        public string SessionOf(DateTimeOffset began) =>
            texts.Say($"Analytics 会话 {began:yyyy-MM-dd HH:mm}", $"Analytics, session of {began:yyyy-MM-dd HH:mm}");

        public string SessionRunsAgain =>
            texts.Say(
                "analytics query -f 此文件：再运行一遍，打印最后的结果",
                "analytics query -f FILE runs it again and prints the last result"
            );

        public string OpenedByCommand(string command) => texts.Say($"批处理中：{command}", $"in batch: {command}");

        public string ChartWritten(string path, string source) => texts.Say($"{source} 的图：{path}", $"chart of {source}: {path}");

        public string ReplaceByEnter(string path) =>
            texts.Say(
                $"{path} 已存在；再按 {texts.KeyOf(KeyContext.Question, ConsoleAction.Accept)} 覆盖",
                $"{path} exists; {texts.KeyOf(KeyContext.Question, ConsoleAction.Accept)} again replaces it"
            );
    }
}
