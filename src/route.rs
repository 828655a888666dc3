//! Pages are values: what the address names, and the address of each page. Pure.

use rapporteur_core::item::ItemId;

/// A page. Each that shows a workbook names it by its local id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// My workbooks, new, open, sample.
    #[default]
    Start,
    /// What this laptop keeps, and erasing it.
    Laptop,
    /// What each person does, step by step.
    Help,
    /// How far the accessibility guidelines are met.
    Access,
    /// A group's list beside the editor.
    Draft {
        /// The workbook.
        book: String,
        /// The group; `None` for all groups.
        group: Option<ItemId>,
        /// The recommendation in the editor.
        rec: Option<ItemId>,
    },
    /// Live capture of what is said in plenary.
    Capture {
        /// The workbook.
        book: String,
        /// The group that speaks.
        group: Option<ItemId>,
    },
    /// Withdrawn recommendations.
    Bin {
        /// The workbook.
        book: String,
    },
    /// The event, its groups and added terms.
    Event {
        /// The workbook.
        book: String,
    },
    /// Files and lists in, files out.
    Files {
        /// The workbook.
        book: String,
    },
    /// Fields in which a person has to choose.
    Conflicts {
        /// The workbook.
        book: String,
    },
    /// What needs a person, in one list.
    Desk {
        /// The workbook.
        book: String,
    },
    /// The final list: what stands in it, where it comes from, its numbers.
    FinalList {
        /// The workbook.
        book: String,
    },
    /// Rounds of prioritising: begun and ended ones, a new one.
    Rounds {
        /// The workbook.
        book: String,
    },
    /// The communiqué and what else leaves the room.
    Communique {
        /// The workbook.
        book: String,
    },
    /// The plenary presentation.
    Present {
        /// The workbook.
        book: String,
    },
    /// What addressees answered.
    Replies {
        /// The workbook.
        book: String,
    },
    /// One round: its ballots while it is open, then its results.
    Round {
        /// The workbook.
        book: String,
        /// The round; an address without one shows none.
        round: Option<ItemId>,
    },
}

impl Route {
    /// The page an address names: the part behind `#`. What names none is the start page.
    pub(crate) fn read(hash: &str) -> Self {
        let mut parts = hash
            .trim_start_matches('#')
            .split('/')
            .filter(|part| !part.is_empty());
        let (page, book) = (parts.next(), parts.next());
        match page {
            Some("laptop") => return Self::Laptop,
            Some("help") => return Self::Help,
            Some("access") => return Self::Access,
            _ => {}
        }
        let (Some(page), Some(book)) = (page, book) else {
            return Self::Start;
        };
        let book = book.to_owned();
        let rest: Vec<ItemId> = parts.filter_map(|part| part.parse().ok()).collect();
        let of = |kind: &str| rest.iter().copied().find(|item| item.kind.name() == kind);
        match page {
            "draft" => Self::Draft {
                book,
                group: of("group"),
                rec: of("rec"),
            },
            "capture" => Self::Capture {
                book,
                group: of("group"),
            },
            "bin" => Self::Bin { book },
            "event" => Self::Event { book },
            "files" => Self::Files { book },
            "conflicts" => Self::Conflicts { book },
            "desk" => Self::Desk { book },
            "list" => Self::FinalList { book },
            "rounds" => Self::Rounds { book },
            "communique" => Self::Communique { book },
            "present" => Self::Present { book },
            "replies" => Self::Replies { book },
            "round" => Self::Round {
                book,
                round: of("round"),
            },
            _ => Self::Start,
        }
    }

    /// The address of the page, with its `#`.
    pub(crate) fn address(&self) -> String {
        let items = |items: &[Option<ItemId>]| {
            items
                .iter()
                .flatten()
                .map(|item| format!("/{item}"))
                .collect::<String>()
        };
        match self {
            Self::Start => String::from("#/"),
            Self::Laptop => String::from("#/laptop"),
            Self::Help => String::from("#/help"),
            Self::Access => String::from("#/access"),
            Self::Draft { book, group, rec } => format!("#/draft/{book}{}", items(&[*group, *rec])),
            Self::Capture { book, group } => format!("#/capture/{book}{}", items(&[*group])),
            Self::Bin { book } => format!("#/bin/{book}"),
            Self::Event { book } => format!("#/event/{book}"),
            Self::Files { book } => format!("#/files/{book}"),
            Self::Conflicts { book } => format!("#/conflicts/{book}"),
            Self::Desk { book } => format!("#/desk/{book}"),
            Self::FinalList { book } => format!("#/list/{book}"),
            Self::Rounds { book } => format!("#/rounds/{book}"),
            Self::Communique { book } => format!("#/communique/{book}"),
            Self::Present { book } => format!("#/present/{book}"),
            Self::Replies { book } => format!("#/replies/{book}"),
            Self::Round { book, round } => format!("#/round/{book}{}", items(&[*round])),
        }
    }

    /// The workbook the page shows.
    pub(crate) fn book(&self) -> Option<&str> {
        match self {
            Self::Start | Self::Laptop | Self::Help | Self::Access => None,
            Self::Draft { book, .. }
            | Self::Capture { book, .. }
            | Self::Bin { book }
            | Self::Event { book }
            | Self::Files { book }
            | Self::Conflicts { book }
            | Self::Desk { book }
            | Self::FinalList { book }
            | Self::Rounds { book }
            | Self::Communique { book }
            | Self::Present { book }
            | Self::Replies { book }
            | Self::Round { book, .. } => Some(book),
        }
    }

    /// Whether somebody looks something up here and then goes back to where they were.
    pub(crate) const fn is_aside(&self) -> bool {
        matches!(self, Self::Help | Self::Access)
    }

    /// The key of the page's title.
    pub(crate) const fn title(&self) -> &'static str {
        match self {
            Self::Start => "title-start",
            Self::Laptop => "title-laptop",
            Self::Help => "title-help",
            Self::Access => "title-access",
            Self::Draft { .. } => "title-draft",
            Self::Capture { .. } => "title-capture",
            Self::Bin { .. } => "title-bin",
            Self::Event { .. } => "title-event",
            Self::Files { .. } => "title-files",
            Self::Conflicts { .. } => "title-conflicts",
            Self::Desk { .. } => "title-desk",
            Self::FinalList { .. } => "title-list",
            Self::Rounds { .. } => "title-rounds",
            Self::Communique { .. } => "title-communique",
            Self::Present { .. } => "title-present",
            Self::Replies { .. } => "title-replies",
            Self::Round { .. } => "title-round",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::item::Kind;

    #[test]
    fn every_page_is_read_from_its_own_address() {
        let group = Some(ItemId::new(Kind::GROUP, 7));
        let rec = Some(ItemId::new(Kind::REC, 9));
        let book = || String::from("abc");
        let pages = [
            Route::Start,
            Route::Laptop,
            Route::Help,
            Route::Access,
            Route::Draft {
                book: book(),
                group: None,
                rec: None,
            },
            Route::Draft {
                book: book(),
                group,
                rec,
            },
            Route::Draft {
                book: book(),
                group: None,
                rec,
            },
            Route::Capture {
                book: book(),
                group,
            },
            Route::Bin { book: book() },
            Route::Event { book: book() },
            Route::Files { book: book() },
            Route::Conflicts { book: book() },
            Route::Desk { book: book() },
            Route::FinalList { book: book() },
            Route::Rounds { book: book() },
            Route::Communique { book: book() },
            Route::Present { book: book() },
            Route::Replies { book: book() },
            Route::Round {
                book: book(),
                round: Some(ItemId::new(Kind::ROUND, 3)),
            },
        ];
        for page in pages {
            assert_eq!(Route::read(&page.address()), page);
        }
    }

    #[test]
    fn what_names_no_page_is_the_start_page() {
        for hash in ["", "#", "#/", "#/nowhere/abc", "#/draft", "draft"] {
            assert_eq!(Route::read(hash), Route::Start, "{hash}");
        }
        let odd = Route::read("#/draft/abc/rec:zz/<script>");
        assert_eq!(
            odd,
            Route::Draft {
                book: "abc".into(),
                group: None,
                rec: None
            }
        );
    }
}
