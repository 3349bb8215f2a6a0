/// Names that HTML knows (HTML Living Standard, index of elements and attributes), whether or not templates may use them.
enum HTMLNames {
    static let elements = names(
        """
        a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col \
        colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 \
        h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta \
        meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section \
        select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead \
        time title tr track tt u ul var video wbr
        """)

    static let attributes = names(
        """
        abbr accept accesskey action align allow alt async autocomplete autofocus autoplay background bgcolor border cellpadding \
        cellspacing charset checked cite class color cols colspan content contenteditable controls coords data datetime default \
        defer dir dirname disabled download draggable enctype face for form formaction headers height hidden high href hreflang \
        http-equiv id inert inputmode integrity is ismap itemid itemprop itemref itemscope itemtype kind label lang list loading \
        loop low max maxlength media method min minlength multiple muted name nonce nowrap onclick onload open optimum pattern \
        ping placeholder playsinline poster preload readonly referrerpolicy rel required reversed rows rowspan sandbox scope \
        selected shape size sizes slot span spellcheck src srcdoc srclang srcset start step style tabindex target title translate \
        type usemap valign value width wrap
        """)

    private static func names(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
