namespace Analytics.Cli.Completion;

/// <summary>
/// The completion of each shell: it hands the program the line up to the cursor, and takes the words that come back, each with its
/// description after a tab. Where none come, files are offered.
/// </summary>
internal static class ShellScripts
{
    private const string Bash = """
        # bash completion of analytics; in ~/.bashrc: source <(analytics completion bash)
        _analytics()
        {
            local IFS=$'\n' line="${COMP_LINE:0:COMP_POINT}" word cut="" offer
            # The last word, in which a blank may be escaped.
            word="${line//\\ /__}"
            word="${word##*[[:space:]]}"
            word="${line:${#line}-${#word}}"
            # Readline replaces only what follows the last = or :, unless a quote is open.
            if [[ $word != *[\'\"]* ]]; then
                [[ $COMP_WORDBREAKS == *=* && $word == *=* ]] && cut="${word%"${word##*=}"}"
                [[ $COMP_WORDBREAKS == *:* && ${word#"$cut"} == *:* ]] && cut="${word%"${word##*:}"}"
            fi
            COMPREPLY=()
            for offer in $("${COMP_WORDS[0]/#\~/$HOME}" suggest -- "$line" 2>/dev/null); do
                offer="${offer%%$'\t'*}"
                offer="${offer#"$cut"}"
                [[ $word != *[\'\"]* && $offer == *[[:space:]\'\"\$\&\;\(\)\|\<\>\`\\]* ]] && printf -v offer %q "$offer"
                COMPREPLY+=("$offer")
            done
            [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
            return 0
        }
        complete -o default -F _analytics analytics

        """;

    private const string Zsh = """
        #compdef analytics
        # zsh completion of analytics; in ~/.zshrc after compinit: source <(analytics completion zsh)
        _analytics()
        {
            local -a whole whole_shown begun begun_shown
            local offer value shown tab=$'\t'
            for offer in ${(f)"$(${(Q)words[1]} suggest -- "${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)"}; do
                value=${offer%%$tab*}
                shown=${offer/$tab/  -- }
                if [[ $value == *= ]]; then
                    begun+=($value)
                    begun_shown+=($shown)
                else
                    whole+=($value)
                    whole_shown+=($shown)
                fi
            done
            if (( $#whole + $#begun == 0 )); then
                _files
                return
            fi
            (( $#begun )) && compadd -l -S '' -d begun_shown -a begun
            (( $#whole )) && compadd -l -d whole_shown -a whole
            return 0
        }
        if [[ ${funcstack[1]} == _analytics ]]; then
            _analytics "$@"
        else
            compdef _analytics analytics
        fi

        """;

    private const string Fish = """
        # fish completion of analytics: analytics completion fish > ~/.config/fish/completions/analytics.fish
        function __analytics_offers
            set -l words (commandline -cp | string collect)
            set -l offers (analytics suggest -- $words 2>/dev/null)
            if test (count $offers) -eq 0
                __fish_complete_path (commandline -ct)
            else
                printf '%s\n' $offers
            end
        end
        complete -c analytics -f -a '(__analytics_offers)'

        """;

    private const string PowerShell = """
        # PowerShell completion of analytics; in $PROFILE: analytics completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName analytics -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $length = $cursorPosition - $commandAst.Extent.StartOffset
            $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
            analytics suggest -- $line 2>$null | ForEach-Object {
                $value, $text = $_ -split "`t", 2
                if (-not $text) { $text = $value }
                $quoted = if ($value -match '[\s''"();|&<>`$@]') { "'" + ($value -replace "'", "''") + "'" } else { $value }
                [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $text)
            }
        }

        """;

    /// <summary>By the names of the shells.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["bash"] = Bash.ReplaceLineEndings("\n"),
            ["zsh"] = Zsh.ReplaceLineEndings("\n"),
            ["fish"] = Fish.ReplaceLineEndings("\n"),
            ["powershell"] = PowerShell.ReplaceLineEndings("\n"),
        };
}
