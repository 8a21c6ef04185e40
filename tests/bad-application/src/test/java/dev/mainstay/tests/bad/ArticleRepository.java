package dev.mainstay.tests.bad;

import org.springframework.data.jpa.repository.JpaRepository;

/** Public, as its proxy is of another class loader. */
public interface ArticleRepository extends JpaRepository<Article, Long> {

}
