use std::fmt;
use std::sync::OnceLock;

/// How many cells come to be at once.
const PAGE: usize = 1 << 10;

/// As many cells as one likes, each filled when it is first asked for.
///
/// Making one costs a few bytes for each million cells, so a graph of any size opens at once.
pub(crate) struct Lazy<T> {
    books: Box<[OnceLock<Book<T>>]>,
}

/// None.
impl<T> Default for Lazy<T> {
    fn default() -> Self {
        Self::new(0)
    }
}

impl<T> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lazy").finish_non_exhaustive()
    }
}

type Book<T> = Box<[OnceLock<Page<T>>]>;
type Page<T> = Box<[OnceLock<T>]>;

impl<T> Lazy<T> {
    /// This many empty cells.
    pub(crate) fn new(cells: usize) -> Self {
        Self { books: empty(cells.div_ceil(PAGE * PAGE)) }
    }

    /// What is in a cell; it is made if nothing is. `None` where there is no such cell.
    pub(crate) fn get(&self, cell: usize, make: impl FnOnce() -> T) -> Option<&T> {
        let book = self.books.get(cell / (PAGE * PAGE))?.get_or_init(|| empty(PAGE));
        let page = book[cell / PAGE % PAGE].get_or_init(|| empty(PAGE));
        Some(page[cell % PAGE].get_or_init(make))
    }
}

fn empty<T>(cells: usize) -> Box<[OnceLock<T>]> {
    (0..cells).map(|_| OnceLock::new()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_filled_once() {
        let cells = Lazy::new(3 * PAGE * PAGE);
        for cell in [0, 1, PAGE - 1, PAGE, PAGE * PAGE + 7, 3 * PAGE * PAGE - 1] {
            assert_eq!(cells.get(cell, || cell), Some(&cell));
            assert_eq!(cells.get(cell, || 99), Some(&cell));
        }
        assert_eq!(cells.get(3 * PAGE * PAGE, || 0), None);
        assert_eq!(Lazy::<u8>::new(0).get(0, || 0), None);
    }
}
